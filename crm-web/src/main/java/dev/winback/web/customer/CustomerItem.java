package dev.winback.web.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.report.CustomerFacts;
import dev.winback.report.CustomerRow;
import dev.winback.report.LapseLine;
import dev.winback.signal.Signal;
import dev.winback.web.layout.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as the API tells him (api.md, "Shapes"); what is not computed yet is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CustomerItem(
    String ref,
    String name,
    @Nullable String stage,
    List<Flag> signals,
    Category category,
    Value value) {

  /** A signal with its sentence and the figures behind it. */
  record Flag(String kind, LocalDate since, String sentence, Map<String, Object> evidence) {

    static List<Flag> of(List<Signal> signals, Wording wording) {
      return signals.stream()
          .map(s -> new Flag(s.kind().code(), s.since(), wording.of(s.sentence()), s.evidence()))
          .toList();
    }
  }

  record Category(
      @Nullable String abc, @Nullable String xyz, @Nullable Boolean vip, @Nullable Integer group) {
    static final Category NONE = new Category(null, null, null, null);
  }

  /** Money as a decimal string with its currency; days of rhythm and silence. */
  record Value(
      @Nullable BigDecimal rhythmDays,
      @Nullable Integer silentDays,
      @Nullable BigDecimal lateness,
      @Nullable BigDecimal active,
      @Nullable BigDecimal expectedPurchases,
      @Nullable Amount lifetimeValue,
      @Nullable Amount costOfLoss) {}

  record Amount(String amount, String currency) {

    static @Nullable Amount of(@Nullable BigDecimal amount, @Nullable String currency) {
      return amount == null || currency == null
          ? null
          : new Amount(amount.toPlainString(), currency);
    }
  }

  record Consent(
      @Nullable Boolean email,
      @Nullable OffsetDateTime at,
      @Nullable String source,
      boolean stopped) {}

  record Lapse(
      String id,
      int number,
      String stage,
      LocalDate openedOn,
      @Nullable String lostBy,
      @Nullable String assignee,
      @Nullable LocalDate returnedOn,
      @Nullable String credit) {

    static Lapse of(LapseLine l) {
      return new Lapse(
          Long.toString(l.id()),
          l.number(),
          l.stage().name(),
          l.openedOn(),
          l.lostByLogin(),
          l.assigneeLogin(),
          l.returnedOn(),
          l.credit());
    }
  }

  /** All of one customer. */
  record Whole(
      String ref,
      List<String> numbers,
      String name,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String phoneE164,
      @Nullable String city,
      @Nullable String country,
      @Nullable String language,
      @Nullable String timeZone,
      @Nullable String preferredChannel,
      @Nullable LocalTime callFrom,
      @Nullable LocalTime callUntil,
      @Nullable String owner,
      int referrals,
      @Nullable LocalDate birthday,
      @Nullable String hobbies,
      boolean flagship,
      boolean paysBadly,
      String status,
      @Nullable String kind,
      @Nullable String note,
      boolean fragile,
      @Nullable String stage,
      Consent consent,
      Category category,
      Value value,
      List<Flag> signals,
      List<Lapse> lapses,
      Map<String, Long> facts) {}

  static CustomerItem of(CustomerRow row, List<Flag> flags, LocalDate asOf) {
    return new CustomerItem(
        row.ref(), row.name(), row.standing(), flags, Category.NONE, value(row, asOf));
  }

  private static Value value(CustomerRow row, LocalDate asOf) {
    var silent =
        row.lastPurchase() == null
            ? null
            : (int) java.time.temporal.ChronoUnit.DAYS.between(row.lastPurchase(), asOf);
    return new Value(
        row.rhythmDays(),
        silent,
        CustomerFacts.lateness(silent, row.rhythmDays()),
        null,
        null,
        null,
        Amount.of(row.valueYear(), row.currency()));
  }

  static Whole of(
      CustomerFacts c, List<Flag> flags, List<LapseLine> lapses, Map<String, Long> facts) {
    return new Whole(
        c.ref(),
        c.otherNumbers(),
        c.displayName(),
        c.firstName(),
        c.lastName(),
        c.company(),
        c.email(),
        c.phone(),
        c.phoneE164(),
        c.city(),
        c.country(),
        c.language(),
        c.timeZone(),
        c.preferredChannel(),
        c.callFrom(),
        c.callUntil(),
        c.owner(),
        c.referrals(),
        c.birthday(),
        c.hobbies(),
        c.flagship(),
        c.paysBadly(),
        c.status(),
        c.kind(),
        c.note(),
        c.fragile(),
        c.standing(),
        new Consent(c.emailConsent(), c.consentAt(), c.consentSource(), c.suppressed()),
        Category.NONE,
        new Value(
            c.rhythmDays(),
            c.silentDays(),
            c.lateness(),
            null,
            null,
            null,
            Amount.of(c.valueYear(), c.currency())),
        flags,
        lapses.stream().map(Lapse::of).toList(),
        facts);
  }
}
