package dev.winback.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A logged call as an undo and a replay need it. */
record CallRow(
    long id,
    long member,
    CallResult result,
    @Nullable CallDetail detail,
    String note,
    Instant calledAt,
    @Nullable Long nextTask,
    String before) {}
