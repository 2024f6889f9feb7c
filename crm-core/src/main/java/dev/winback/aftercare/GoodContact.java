package dev.winback.aftercare;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a customer who is not lost: {@code sign} because he shows one that means no loss
 * yet (a kind of signal), {@code vip} because nobody has talked to him this month, {@code birthday}
 * of the person we deal with, or an {@code occasion}; the weight is his money a year, {@code tried}
 * the calls that found nobody, {@code note} what was typed on the card so far.
 */
public record GoodContact(
    long id,
    @JsonIgnore long customer,
    String kind,
    @Nullable String sign,
    @Nullable String aim,
    int tried,
    LocalDate dueOn,
    @Nullable String occasion,
    @Nullable String occasionKind,
    boolean firstAccess,
    String ref,
    String name,
    @Nullable String phone,
    @Nullable String phoneE164,
    @Nullable String email,
    @JsonIgnore @Nullable String timeZone,
    @JsonIgnore @Nullable String note,
    @Nullable String person,
    @Nullable String role,
    @Nullable String holidays,
    @Nullable String gifts,
    @Nullable LocalDate birthday,
    String member,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weight,
    @Nullable String currency,
    boolean fragile,
    boolean vip) {}
