package dev.rapt.audit.log;

import dev.rapt.audit.LogHead;

/**
 * What is seen of the log.
 *
 * @param head all of it, as far as it was read
 * @param told the offset of the newest entry in which somebody else tells of something; -1 without one
 */
record Tail(LogHead head, long told) {}
