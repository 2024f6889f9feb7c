package dev.winback.report;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit: without a member the program acted by itself or nobody was signed in;
 * {@code customer} is his number where the entry is about one.
 */
public record AuditRow(
    long id,
    Instant at,
    @Nullable String member,
    @Nullable String key,
    String kind,
    String action,
    String subject,
    long subjectId,
    @Nullable String customer,
    Map<String, Object> detail) {}
