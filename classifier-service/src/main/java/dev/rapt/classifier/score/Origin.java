package dev.rapt.classifier.score;

/**
 * Where a record stands in Kafka, and what tells its value apart without quoting it.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset
 * @param size bytes of the value
 * @param sha256 SHA-256 of the value in lower-case hexadecimal
 */
public record Origin(String topic, int partition, long offset, long size, String sha256) {}
