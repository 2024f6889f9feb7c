package dev.winback.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The facts of the customer on a call card. */
public record CardFacts(
    @Nullable String company,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String called,
    @Nullable String role,
    @Nullable String personPhone,
    @Nullable String personPhoneE164,
    @Nullable String children,
    @Nullable String gifts,
    @Nullable String holidays,
    @Nullable String personNote,
    boolean nobody,
    @Nullable String email,
    @Nullable Boolean emailConsent,
    @Nullable Instant consentAt,
    @Nullable String preferredChannel,
    @Nullable LocalTime callFrom,
    @Nullable LocalTime callUntil,
    boolean flagship,
    boolean paysBadly,
    @Nullable String customerNote,
    @Nullable String hobbies,
    @Nullable LocalDate birthday,
    @Nullable String reason,
    boolean guess,
    @Nullable String saidBy,
    boolean lost,
    @Nullable Integer severity,
    boolean background,
    @Nullable LocalDate lettersRestUntil,
    @Nullable Integer purchases,
    @Nullable Integer visits,
    @Nullable BigDecimal rhythmDays,
    @Nullable BigDecimal revenue,
    @Nullable String currency,
    @Nullable LocalDate lastPurchase,
    @Nullable String abc,
    @Nullable String xyz,
    boolean vip,
    boolean fragile,
    @Nullable String together,
    @Nullable String draft,
    @Nullable Instant savedAt) {}
