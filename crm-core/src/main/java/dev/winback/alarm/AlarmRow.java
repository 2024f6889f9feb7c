package dev.winback.alarm;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alarm in the list: where it comes from ({@code complaint}, {@code lapse} or {@code answer}),
 * the loss it belongs to, if any, and who has seen it; words only for who may read notes.
 */
public record AlarmRow(
    long id,
    String fact,
    OffsetDateTime raisedAt,
    String ref,
    String customer,
    @Nullable Long lapse,
    @Nullable Integer severity,
    @Nullable Integer satisfaction,
    @Nullable String words,
    @Nullable String owner,
    @Nullable String assignee,
    @Nullable String seenBy,
    List<AlarmSeen> seenAt,
    boolean seen,
    @Nullable OffsetDateTime takenBackAt,
    @Nullable String note) {}
