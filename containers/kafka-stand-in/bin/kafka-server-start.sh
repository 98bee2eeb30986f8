#!/usr/bin/env bash
export KAFKA_HEAP_OPTS=${KAFKA_HEAP_OPTS:--Xmx512m} KAFKA_STAND_IN_LOG=System.out KAFKA_STAND_IN_LEVEL=${KAFKA_LOG4J_ROOT_LOGLEVEL:-warn}
export KAFKA_JVM_PERFORMANCE_OPTS=${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseG1GC -XX:+ExitOnOutOfMemoryError}
exec "$(dirname "$0")/kafka-run-class.sh" kafka.Kafka "$@"
