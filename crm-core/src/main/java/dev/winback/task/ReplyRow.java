package dev.winback.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a customer that nobody has answered (LET-22): since when, until when it is answered,
 * and by whom (null: nobody has the customer); more is how many others of his wait with it. Of a
 * mail that came into the firm's mailbox, sender, subject and id keep its thread (LET-23).
 */
public record ReplyRow(
    String ref,
    String customer,
    long contact,
    String channel,
    Instant cameAt,
    Instant dueAt,
    boolean overdue,
    @Nullable String note,
    @Nullable String login,
    @Nullable String member,
    int more,
    @Nullable String sender,
    @Nullable String subject,
    @Nullable String messageId,
    @Nullable String phone,
    @Nullable String phoneE164,
    @Nullable String email) {}
