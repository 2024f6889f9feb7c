package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts that a member sends to his own mailbox, as a real customer would get them: a coupon that
 * buys nothing, a way out that leads nowhere, twenty an hour, and never a row among the letters.
 */
@Service
@Transactional
public class TestLetters {

  /** So many an hour for each member. */
  public static final int AN_HOUR = 20;

  /** In the place of a token: the page says that this was a test, and nobody is stopped. */
  public static final String WAY_OUT = "test";

  private final LadderRungRepository rungs;
  private final Previews previews;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;

  TestLetters(
      LadderRungRepository rungs,
      Previews previews,
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings) {
    this.rungs = rungs;
    this.previews = previews;
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** What is to be sent, and the row that counts it. */
  public record Booked(long id, DueLetter letter) {}

  /** Counts it and makes it ready; refused without an own address and beyond twenty an hour. */
  public Booked book(
      int number,
      LetterTemplate draft,
      @Nullable String language,
      @Nullable String customer,
      Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    TemplateRules.check(number, draft);
    var rung = rungs.findById(number).orElseThrow(() -> new NotFound("rung")).toRung();
    var content = previews.content(rung, draft, language, customer);
    var address = ownAddress(actor);
    requireRoom(actor);
    long id = insert(number, customer, address, actor);
    return new Booked(id, letter(number, address, content.leavingBy(deadEnd()), actor));
  }

  /** The lock makes two tests at once count one after the other. */
  private String ownAddress(Actor actor) {
    var address =
        jdbc.sql("select coalesce(email, '') from member where id = :id for update")
            .param("id", actor.member())
            .query(String.class)
            .single();
    if (address.isBlank()) {
      throw new Refused("letter.refused.own-address");
    }
    return address;
  }

  private void requireRoom(Actor actor) {
    var since = clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
    long sent =
        jdbc.sql("select count(*) from test_letter where member_id = :id and sent_at > :since")
            .param("id", actor.member())
            .param("since", since)
            .query(Long.class)
            .single();
    if (sent >= AN_HOUR) {
      throw new Refused("letter.refused.tests", AN_HOUR);
    }
  }

  private long insert(int number, @Nullable String customer, String address, Actor actor) {
    return jdbc.sql(
            """
            insert into test_letter (member_id, rung, lapse_id, address, sent_at)
            values (:member, :rung, (select lapse_id from addressee where ref = :ref order by lapse_id desc limit 1),
                    :address, :now) returning id
            """)
        .param("member", actor.member())
        .param("rung", number)
        .param("ref", customer)
        .param("address", address)
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  /** Nobody is unsubscribed by a test. */
  private String deadEnd() {
    return settings.baseUrl() + "/u/" + WAY_OUT;
  }

  private DueLetter letter(int number, String address, LetterContent content, Actor actor) {
    var from = settings.mail().from();
    var domain = from.substring(from.lastIndexOf('@') + 1);
    return new DueLetter(
        new LetterId(0),
        null,
        number,
        0,
        "<test." + UUID.randomUUID() + "@" + domain + ">",
        address,
        actor.login(),
        content.variables().get(Variable.RESPONSIBLE.code()),
        address,
        null,
        null,
        content,
        Tracked.NOTHING);
  }

  /** What was sent, and what the mail server said; null: it stayed on this machine. */
  public void sent(long id, RenderedLetter letter, @Nullable String reply) {
    jdbc.sql(
            """
            update test_letter set subject = :subject, html = :html, text = :text, reply = :reply where id = :id
            """)
        .param("id", id)
        .param("subject", letter.subject())
        .param("html", letter.html())
        .param("text", letter.text())
        .param("reply", reply)
        .update();
  }

  /** An own one. */
  @Transactional(readOnly = true)
  public TestLetter letter(long id, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    return jdbc.sql(
            "select * from test_letter where id = :id and member_id = :member and html is not null")
        .param("id", id)
        .param("member", actor.member())
        .query((row, nr) -> letter(row))
        .optional()
        .orElseThrow(() -> new NotFound("letter"));
  }

  private static TestLetter letter(ResultSet row) throws SQLException {
    return new TestLetter(
        row.getLong("id"),
        row.getInt("rung"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("html"),
        row.getString("text"),
        row.getString("reply"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
