package dev.winback.demo;

import dev.winback.customer.PhoneNumbers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what the demo firm's past holds and no front door can make today: letters and calls of
 * earlier days.
 */
@Component
@Transactional
class DemoFacts {

  private static final String CUSTOMER = Sql.of(DemoFacts.class, "customer.sql");
  private static final String LETTER = Sql.of(DemoFacts.class, "letter.sql");
  private static final String CALL = Sql.of(DemoFacts.class, "call.sql");
  private static final String LOGGED = Sql.of(DemoFacts.class, "logged.sql");
  private static final String CALLED = Sql.of(DemoFacts.class, "called.sql");
  private static final String COUPON = Sql.of(DemoFacts.class, "coupon.sql");
  private static final String HAPPENED = Sql.of(DemoFacts.class, "happened.sql");
  private static final String SEEN = Sql.of(DemoFacts.class, "seen.sql");
  private static final String VOLUME = Sql.of(DemoFacts.class, "volume.sql");
  private static final String DONE = Sql.of(DemoFacts.class, "done.sql");
  private static final String YESTERDAY = Sql.of(DemoFacts.class, "yesterday.sql");
  private static final String CUSTOMERS_OF = Sql.of(DemoFacts.class, "customers-of.sql");
  private static final String OPEN_LAPSE = Sql.of(DemoFacts.class, "open-lapse.sql");

  private final JdbcClient jdbc;
  private final PhoneNumbers phones;
  private final BusinessClock clock;

  DemoFacts(JdbcClient jdbc, PhoneNumbers phones, BusinessClock clock) {
    this.jdbc = jdbc;
    this.phones = phones;
    this.clock = clock;
  }

  void customer(DemoCustomer person) {
    jdbc.sql(CUSTOMER)
        .param("ref", person.ref())
        .param("first", person.firstName())
        .param("last", person.lastName())
        .param("company", person.company())
        .param("email", person.email())
        .param("phone", person.phone())
        .param("e164", phones.e164(person.phone(), person.country()))
        .param("city", person.city())
        .param("country", person.country())
        .param("language", person.language())
        .param("zone", person.zone())
        .param("channel", person.channel())
        .param("owner", person.owner())
        .param("consent", person.consent())
        .param("consentAt", at(clock.today().minusYears(3)))
        .update();
  }

  /** A letter that left, or one that was kept back to compare with. */
  void letter(String ref, LocalDate day, boolean kept) {
    jdbc.sql(LETTER)
        .param("ref", ref)
        .param("day", day)
        .param("at", at(day))
        .param("kept", kept)
        .update();
  }

  /** A call about the open loss of a customer, made by a colleague or by who lost him. */
  void call(String ref, DemoWork.Deed deed, String note) {
    boolean reached = deed.act() == DemoWork.Act.CALL;
    jdbc.sql(CALL)
        .param("ref", ref)
        .param("at", at(deed.day()))
        .param("reached", reached)
        .param("byLoser", deed.byLoser())
        .param("note", reached ? note : null)
        .update();
  }

  /** What was said on the telephone in the past is work that was planned and done. */
  void logged() {
    jdbc.sql(LOGGED).update();
  }

  /** Whom the team of a campaign called that began on this day. */
  void called(long campaign, LocalDate day) {
    calls("called-campaign.sql").param("campaign", campaign).param("day", day).update();
  }

  private JdbcClient.StatementSpec calls(String due) {
    return jdbc.sql(CALLED.replace("/*due*/", Sql.of(DemoFacts.class, due)))
        .param("zone", clock.getZone().getId());
  }

  @Nullable String coupon(String ref) {
    return jdbc.sql(COUPON).param("ref", ref).query(String.class).optional().orElse(null);
  }

  @Nullable Long openLapse(String ref) {
    return jdbc.sql(OPEN_LAPSE).param("ref", ref).query(Long.class).optional().orElse(null);
  }

  /** The story of each customer shows a played night on its own day. */
  void happened(LocalDate night) {
    jdbc.sql(HAPPENED)
        .param("night", night.atTime(3, 0).atZone(clock.getZone()).toOffsetDateTime())
        .param("today", clock.today().atStartOfDay(clock.getZone()).toOffsetDateTime())
        .update();
  }

  /**
   * Reps get no tasks while the past is played; zero stops the planning, twelve is the usual
   * capacity.
   */
  void capacity(int callsADay) {
    jdbc.sql("update member set capacity = :calls where role = 'REP'")
        .param("calls", callsADay)
        .update();
  }

  /** Half of the calls find nobody, so a call with all that belongs to it is short. */
  void shortCalls() {
    jdbc.sql("update cost_setting set call_minutes = 10").update();
  }

  /** Reps have cared for who came back, up to this day. */
  void care(LocalDate until) {
    jdbc.sql(VOLUME).param("today", clock.today()).update();
    jdbc.sql(DONE).param("until", until).param("zone", clock.getZone().getId()).update();
  }

  /** What was logged just now happened on the day before. */
  void yesterday() {
    var today = clock.today();
    jdbc.sql(YESTERDAY)
        .param("today", today.atStartOfDay(clock.getZone()).toOffsetDateTime())
        .param("yesterday", today.minusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
        .update();
  }

  List<String> customersOf(String login, int limit) {
    return jdbc.sql(CUSTOMERS_OF)
        .param("login", login)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Who works here has seen what happened before today. */
  void see() {
    jdbc.sql(SEEN).update();
  }

  /** A demo that is opened on a Sunday has calls to show as well. */
  void workOn(LocalDate today) {
    jdbc.sql(
            """
            update task set due_on = :today, version = version + 1
             where state = 'open' and kind = 'call' and due_on > :today
            """)
        .param("today", today)
        .update();
  }

  private OffsetDateTime at(LocalDate day) {
    return day.atTime(10, 30).atZone(clock.getZone()).toOffsetDateTime();
  }
}
