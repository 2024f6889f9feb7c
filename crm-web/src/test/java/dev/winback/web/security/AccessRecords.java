package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.testing.Stories;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One record of each kind, owned by and assigned to the rep; a fresh set for each endpoint. */
class AccessRecords {

  private final Stories stories;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final WhyRecords why;
  private final TeamRecords team;
  private final CareRecords care;
  private final PromptRecords prompts;
  private int number;

  AccessRecords(Stories stories, JdbcClient jdbc, BusinessClock clock) {
    this.stories = stories;
    this.jdbc = jdbc;
    this.clock = clock;
    why = new WhyRecords(jdbc);
    team = new TeamRecords(jdbc, stories);
    care = new CareRecords(jdbc);
    prompts = new PromptRecords(jdbc);
  }

  /** What stands for the path variables, by the kind of record. */
  Map<String, String> create(Actor rep) {
    // always in one order: what needs another record would fail in some processes only
    return new TreeMap<>(makers(rep))
        .entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, maker -> maker.getValue().get()));
  }

  /** A new record of this kind alone: sixty more beside it are seen by no call that is for it. */
  Map<String, String> create(Actor rep, String kind) {
    return Map.of(kind, makers(rep).get(kind).get());
  }

  private Map<String, Supplier<String>> makers(Actor rep) {
    var ref = "R-" + ++number;
    var customer = stories.aCustomer(ref).ownedBy(rep).silentFor(100).save();
    long lapse =
        id(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, assignee, assigned_on,
                               value_year, currency)
            values (%d, 1, 'LATE', :day, 'silent', :day - 100, %d, :day, 500, 'EUR') returning id
            """
                .formatted(customer.value(), rep.member()));
    long task =
        id(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
            values (%d, %d, %d, 'call', 'open', :day) returning id
            """
                .formatted(lapse, customer.value(), rep.member()));
    long letter =
        id(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, hold_reason)
            select %d, %d, 1, 'HELD', 10, (select max(id) from template), :day, 'REVIEW' returning id
            """
                .formatted(lapse, customer.value()));
    long call = team.call(task, rep, clock.today());
    return Map.ofEntries(
        of("none", () -> ""),
        of("meeting", () -> "" + meeting(lapse, customer.value(), rep)),
        of("agreed", () -> "" + agreed(task, lapse, customer.value(), rep)),
        of("reply", () -> ref + " " + reply(customer.value())),
        of("holiday", () -> "2026-12-25"),
        of("work", () -> "calls"),
        of("call", () -> "" + call),
        of("pin", () -> "" + team.pin(call, clock.today())),
        of("visit", () -> lapse + " " + team.visit(lapse, rep, clock.today())),
        of("step", () -> lapse + " " + team.step(lapse, rep, clock.today()) + " done"),
        of("handover", () -> "" + team.handover(clock.today())),
        of("customer", () -> ref),
        of("person", () -> ref + " " + person(customer.value())),
        of("check", () -> ref + " " + check(customer.value(), rep)),
        of("moment", () -> ref + " " + moment(customer.value(), rep)),
        of("limit", () -> ref + " " + limit(customer.value(), rep)),
        of("move", () -> ref + " " + move(customer.value(), rep)),
        of("lapse", () -> "" + lapse),
        of("finding", () -> lapse + " " + why.finding(lapse, rep)),
        of("background", () -> lapse + " " + why.background(lapse, rep)),
        of("statement", () -> lapse + " " + why.statement(lapse, rep)),
        of("question", () -> "" + why.question(lapse, rep, false)),
        of("answer", () -> "" + why.question(lapse, rep, true)),
        of("reason", () -> "taste"),
        of("event", () -> "" + why.event()),
        of("complaint", () -> ref + " " + why.complaint(customer.value(), "shop", number)),
        of("handmade", () -> ref + " " + why.complaint(customer.value(), "hand", number)),
        of("survey", () -> "" + why.survey()),
        of("asked", () -> why.asked()),
        of("polled", () -> ref + " " + why.survey()),
        of("phoned", () -> why.phoned(customer.value(), rep)),
        of("task", () -> "" + task),
        of("letter", () -> "" + letter),
        of("file", () -> "" + prompts.file(number)),
        of("mailbox", () -> "" + mailboxLetter(letter)),
        of("coupon", () -> coupon(letter, customer.value(), lapse)),
        of("import", () -> "" + importRun()),
        of("mapping", () -> "" + mapping()),
        of("night", () -> "" + night()),
        of("member", () -> "" + stories.marketing("m-" + number).member()),
        of("key", () -> "" + key(rep)),
        of("shop", () -> "" + shop()),
        of("delivery", () -> "" + delivery()),
        of("webhook", () -> "" + webhook()),
        of("bulk", () -> "" + bulk(lapse, rep)),
        of("view", () -> "" + view(rep)),
        of("campaign", () -> "" + care.campaign(lapse, rep)),
        of("campaign-lapse", () -> care.campaign(lapse, rep) + " " + lapse),
        of("testimonial", () -> "" + care.testimonial(lapse, rep)),
        of("good-contact", () -> "" + care.goodContact(customer.value(), rep)),
        of("occasion", () -> "" + care.occasion()),
        of("rung", () -> "1"),
        of("version", () -> "1 1"),
        of("language", () -> language()),
        of("test-letter", () -> "" + testLetter()),
        of("news", () -> "" + prompts.news(stories.marketing())),
        of("cart-setting", () -> "" + prompts.cartSetting()),
        of("director-letter", () -> "" + prompts.directorLetter(lapse, rep)),
        of("script", () -> "call"),
        of("scripted", () -> "call " + scripted(rep)),
        of("sort", () -> "tip"),
        of("phrase", () -> "tip smile"),
        of("token", () -> "nonsense"),
        of("arrival", () -> "" + arrival()),
        of("offer", () -> "" + offer(lapse, customer.value(), rep)),
        of("offer-kind", () -> "gift"));
  }

  private static Map.Entry<String, Supplier<String>> of(String kind, Supplier<String> maker) {
    return Map.entry(kind, maker);
  }

  private int scripted(Actor member) {
    jdbc.sql(
            """
            insert into script_text (sort, code, number, member_id, saved_at)
            values ('script', 'call', 1, :member, cast(:day as timestamptz)) on conflict do nothing
            """)
        .param("member", member.member())
        .param("day", clock.today())
        .update();
    return 1;
  }

  private long meeting(long lapse, long customer, Actor rep) {
    return id(
        """
        insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
        values (%d, %d, %d, 'meeting', 'open', :day) returning id
        """
            .formatted(lapse, customer, rep.member()));
  }

  private long agreed(long task, long lapse, long customer, Actor rep) {
    return id(
        """
        insert into call (task_id, lapse_id, customer_id, member_id, result, promise, called_at)
        values (%d, %d, %d, %d, 'appointment', 'a visit', cast(:day as timestamptz)) returning id
        """
            .formatted(task, lapse, customer, rep.member()));
  }

  private long reply(long customer) {
    return id(
        """
        insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
        values (%d, 'test', 'in-%d', cast(:day as timestamptz), 'email', 'in') returning id
        """
            .formatted(customer, number));
  }

  private long arrival() {
    return id(
        """
        insert into arrival (own_id, kind, state, came_at)
        values ('a-%d', 'reply', 'unmatched', cast(:day as timestamptz)) returning id
        """
            .formatted(number));
  }

  private long person(long customer) {
    return id(
        """
        insert into person (customer_id, source, external_id, last_name, received_at)
        values (%d, 'hand', 'x-%d', 'Bee', cast(:day as timestamptz)) returning id
        """
            .formatted(customer, number));
  }

  private long moment(long customer, Actor rep) {
    return id(
        """
        insert into risky_moment (customer_id, day, title, member_id, at)
        values (%d, :day, 'End of contract', %d, cast(:day as timestamptz)) returning id
        """
            .formatted(customer, rep.member()));
  }

  private long limit(long customer, Actor rep) {
    return id(
        """
        insert into own_limit (customer_id, silence, quiet_until, why, member_id, at)
        values (%d, 0, :day + 30, '', %d, cast(:day as timestamptz)) returning id
        """
            .formatted(customer, rep.member()));
  }

  private long check(long customer, Actor rep) {
    return id(
        """
        insert into contact_check (customer_id, member_id, checked_at)
        values (%d, %d, cast(:day as timestamptz)) returning id
        """
            .formatted(customer, rep.member()));
  }

  private long move(long customer, Actor rep) {
    return id(
        """
        insert into group_move (customer_id, to_group, reason, member_id, moved_at)
        values (%d, 2, 'x', %d, cast(:day as timestamptz)) returning id
        """
            .formatted(customer, rep.member()));
  }

  private long mailboxLetter(long letter) {
    return id(
        """
        insert into mailbox_letter (letter_id, message_id, sender, recipient, subject, message, received_at)
        values (%d, '<x%d@y>', 'a@b', 'c@d', 'S', convert_to(E'Subject: S\\n\\nText', 'UTF8'),
                cast(:day as timestamptz))
        returning id
        """
            .formatted(letter, letter));
  }

  /** Removed by each who may. */
  private String language() {
    jdbc.sql(
            "insert into rung_variant (rung, language, template_id) values (1, 'de', 1) on conflict do nothing")
        .update();
    return "1 de";
  }

  private long testLetter() {
    return jdbc.sql(
            """
            insert into test_letter (member_id, rung, address, subject, html, text, sent_at)
            values (:member, 1, 'a@example.org', 'x', '<p>x</p>', 'x', '2026-01-01') returning id
            """)
        .param("member", stories.marketing().member())
        .query(Long.class)
        .single();
  }

  private String coupon(long letter, long customer, long lapse) {
    var code = "%010d".formatted(letter);
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            values (:code, :letter, :customer, :lapse, 10, :until)
            """)
        .param("code", code)
        .param("letter", letter)
        .param("customer", customer)
        .param("lapse", lapse)
        .param("until", clock.today().plusDays(30))
        .update();
    return code;
  }

  private long offer(long lapse, long customer, Actor rep) {
    return id(
        """
        insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, margin_percent,
                                 floor_percent, most_percent, currency, state, asked_by, asked_at)
        values (%d, %d, 'gift', 0, 0, 40, 40, 30, 5, 25, 'EUR', 'asked', %d, cast(:day as timestamptz)) returning id
        """
            .formatted(lapse, customer, rep.member()));
  }

  private long importRun() {
    return id(
        """
        insert into import_run (type, file_name, state, started_at)
        values ('customers', 'a.csv', 'done', cast(:day as timestamptz)) returning id
        """);
  }

  private long mapping() {
    return id(
        """
        insert into import_mapping (fingerprint, name, header, mapping, changed_at)
        values ('%d', 'till', '["no"]', '{"type": "customers", "columns": {"customer": "no"}}',
                cast(:day as timestamptz))
        returning id
        """
            .formatted(number));
  }

  private long key(Actor rep) {
    return id(
        """
        insert into api_key (member_id, name, prefix, secret_hash, scopes, created_at)
        values (%d, 'k', lpad('%d', 8, '0'), decode(repeat('00', 32), 'hex'), 'read', cast(:day as timestamptz))
        returning id
        """
            .formatted(rep.member(), number));
  }

  private long shop() {
    return id(
        """
        insert into shop (system, address, source, hook_secret, connected_at)
        values ('shopify', 'https://s%d.example', 'shopify', 'x', cast(:day as timestamptz)) returning id
        """
            .formatted(number));
  }

  private long delivery() {
    return id(
        """
        with told as (
          insert into shop (system, address, source, hook_secret, connected_at)
          values ('shopify', 'https://d%d.example', 'shopify', 'x', cast(:day as timestamptz)) returning id)
        insert into shop_delivery (shop_id, delivery, topic, body, state, received_at)
        select id, 'd', 'orders/create', '{}', 'refused', cast(:day as timestamptz) from told returning id
        """
            .formatted(number));
  }

  private long webhook() {
    return id(
        """
        insert into webhook (url, events, secret, created_at)
        values ('https://a.invalid', 'night.done', decode(repeat('00', 32), 'hex'), cast(:day as timestamptz))
        returning id
        """);
  }

  private long bulk(long lapse, Actor rep) {
    return id(
        """
        with job as (
          insert into bulk_job (member_id, action, state, started_at, finished_at)
          values (%d, 'RETURN', 'done', cast(:day as timestamptz), cast(:day as timestamptz)) returning id)
        insert into bulk_row (job_id, position, lapse_id, outcome) select id, 1, %d, 'done' from job returning job_id
        """
            .formatted(rep.member(), lapse));
  }

  private long view(Actor rep) {
    return id(
        """
        insert into saved_view (member_id, name, path, query, position)
        select %d, 'v', '/lost', '', 1 where :day is not null returning id
        """
            .formatted(rep.member()));
  }

  private long night() {
    return id(
        "insert into night (day, state, node) values (:day - 400 - %d, 'done', 'x') returning id"
            .formatted(number));
  }

  private long id(String sql) {
    return jdbc.sql(sql).param("day", clock.today()).query(Long.class).single();
  }
}
