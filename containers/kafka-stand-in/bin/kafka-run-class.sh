#!/usr/bin/env bash
# A class of Kafka's; KAFKA_HEAP_OPTS and KAFKA_OPTS as with Kafka's own script of this name.
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} \
  -XX:-UsePerfData -Djava.awt.headless=true -Dorg.slf4j.simpleLogger.showDateTime=true \
  "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss" -Dorg.slf4j.simpleLogger.logFile="${KAFKA_STAND_IN_LOG:-System.err}" \
  -Dorg.slf4j.simpleLogger.defaultLogLevel="${KAFKA_STAND_IN_LEVEL:-warn}" \
  ${KAFKA_OPTS:-} -cp '/opt/kafka/libs/*' "$@"
