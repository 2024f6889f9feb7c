package dev.winback.prompt;

import dev.winback.customer.CustomerId;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Ladder;
import dev.winback.letter.Mode;
import dev.winback.letter.Outbox;
import dev.winback.letter.PromptKind;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.RungEdit;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carts that are left, kinds that are on, and what became of the letters. */
@Component
class PromptStories {

  private static final RenderedLetter WORDS = new RenderedLetter("S", "<p>H</p>", "T");

  final Stories people;
  final JdbcClient jdbc;
  final MovableClock clock;
  private final Ladder ladder;
  private final Outbox outbox;
  private final Facts facts;

  PromptStories(
      Stories people,
      JdbcClient jdbc,
      MovableClock clock,
      Ladder ladder,
      Outbox outbox,
      Facts facts) {
    this.people = people;
    this.jdbc = jdbc;
    this.clock = clock;
    this.ladder = ladder;
    this.outbox = outbox;
    this.facts = facts;
  }

  Ladder ladder() {
    return ladder;
  }

  /** Somebody who may be written to and bought this many days ago. */
  CustomerId buyer(String ref, int daysAgo) {
    return buyer(ref, people.aCustomer(ref).silentFor(daysAgo).save());
  }

  CustomerId buyer(String ref, CustomerId customer) {
    jdbc.sql(
            """
            update customer set email = lower(ref) || '@example.org', email_consent = true, first_name = 'Irina',
                                last_name = 'Bee'
             where ref = :ref
            """)
        .param("ref", ref)
        .update();
    return customer;
  }

  void turn(Mode mode, PromptKind... kinds) {
    for (var kind : kinds) {
      ladder.turn(kind.rung(), mode, false, people.marketing());
    }
  }

  void carts(Mode mode) {
    turn(mode, PromptKind.CART_AT_ONCE, PromptKind.CART_NEXT_DAY, PromptKind.CART_LAST);
  }

  void offer(PromptKind kind, int percent, int control) {
    var edit = new RungEdit(null, percent, 30, control, null);
    ladder.edit(kind.rung(), edit, people.marketing());
  }

  /** A cart filled at this moment, told as the API does. */
  void cart(String ref, String cart, Instant at, String... more) {
    var row = new HashMap<String, String>();
    row.put("customer", ref);
    row.put("cart", cart);
    row.put("time", at.toString());
    row.put("items", "Tea");
    row.put("amount", "12.00");
    row.put("url", "https://shop.example/cart/" + cart);
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    facts.record(ImportType.CARTS, List.of(row), null, people.manager());
  }

  /** Each letter as {@code ref/kind} with its state and reason. */
  Map<String, String> letters() {
    return jdbc
        .sql(
            """
            select c.ref, e.rung, concat_ws(' ', e.state, e.hold_reason) as what
              from letter e join customer c on c.id = e.customer_id
            """)
        .query(
            (row, nr) ->
                Map.entry(
                    row.getString("ref") + "/" + name(row.getInt("rung")), row.getString("what")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String name(int rung) {
    return PromptKind.ofRung(rung).map(PromptKind::code).orElse("" + rung);
  }

  /** Sends all that may leave now; what was in the letters. */
  List<DueLetter> send() {
    var due = outbox.claim("n", 100, Duration.ofMinutes(10));
    return due.stream()
        .filter(
            letter ->
                outbox.announce(letter, WORDS, "n", Duration.ofSeconds(5), Duration.ofMinutes(10)))
        .peek(letter -> outbox.sent(letter.id(), "n", 250, "ok"))
        .toList();
  }

  void execute(String sql) {
    jdbc.sql(sql).update();
  }

  <T> T one(String sql, Class<T> type) {
    return jdbc.sql(sql).query(type).single();
  }
}
