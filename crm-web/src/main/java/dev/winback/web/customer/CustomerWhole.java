package dev.winback.web.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.report.CustomerFacts;
import dev.winback.report.LapseLine;
import dev.winback.value.Worth;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of one customer, as the API tells it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CustomerWhole(
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
    List<PersonItem> persons,
    Consent consent,
    CustomerItem.Category category,
    CustomerItem.Value value,
    List<CustomerItem.Flag> signals,
    List<Lapse> lapses,
    Map<String, Long> facts) {

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

  static CustomerWhole of(
      CustomerFacts c,
      List<PersonItem> persons,
      CustomerItem.Category category,
      @Nullable Worth expected,
      List<CustomerItem.Flag> flags,
      List<LapseLine> lapses,
      Map<String, Long> facts) {
    return new CustomerWhole(
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
        persons,
        new Consent(c.emailConsent(), c.consentAt(), c.consentSource(), c.suppressed()),
        category,
        CustomerItem.Value.of(
            c.rhythmDays(),
            c.silentDays(),
            c.lateness(),
            expected,
            CustomerItem.Amount.of(c.valueYear(), c.currency())),
        flags,
        lapses.stream().map(Lapse::of).toList(),
        facts);
  }
}
