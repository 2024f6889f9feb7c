package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One letter with everything that is known of its way. */
public record LetterDetail(
    LetterRow row,
    @Nullable String address,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    @Nullable String messageId,
    @Nullable LocalDate couponUntil,
    Instant plannedAt,
    @Nullable Instant claimedAt,
    @Nullable Instant endedAt,
    @Nullable Integer smtpCode,
    @Nullable String smtpReply,
    int attempts,
    @Nullable String releasedBy,
    @Nullable LetterId resendOf,
    @Nullable String resendBy,
    @Nullable String resendReason,
    @Nullable LetterBasis basis,
    @Nullable LatePurchase late) {}
