package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The built-in mailbox: letters of the demo firm land here, nothing leaves the machine. */
@Service
@Transactional
public class Mailbox {

  private static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Mailbox(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A letter in the list. */
  public record Row(long id, String sender, String recipient, String subject, Instant receivedAt) {}

  /** A letter as it would have left: the message of RFC 5322 and its two bodies. */
  public record Received(Row row, byte[] message, String html, String text) {}

  /** Takes an announced letter in, as a receiver's server would. */
  public void deliver(DueLetter letter, String sender, String subject, byte[] message) {
    jdbc.sql(
            """
            insert into mailbox_letter (letter_id, message_id, sender, recipient, subject, message, received_at)
            values (:letter, :id, :sender, :recipient, :subject, :message, :now)
            """)
        .param("letter", letter.id().value())
        .param("id", letter.messageId())
        .param("sender", sender)
        .param("recipient", letter.address())
        .param("subject", subject)
        .param("message", message)
        .param("now", clock.utc())
        .update();
  }

  /** Takes in a mail to one of our own people: it belongs to no letter. */
  public void keep(
      String sender, String recipient, String subject, byte[] message, String text, String html) {
    jdbc.sql(
            """
            insert into mailbox_letter (message_id, sender, recipient, subject, message, text, html, received_at)
            values ('', :sender, :recipient, :subject, :message, :text, :html, :now)
            """)
        .param("sender", sender)
        .param("recipient", recipient)
        .param("subject", subject)
        .param("message", message)
        .param("text", text)
        .param("html", html)
        .param("now", clock.utc())
        .update();
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Paged<Row> list(@Nullable String after, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var rows =
        jdbc.sql(
                """
                select id, sender, recipient, subject, received_at
                  from mailbox_letter
                 where id < :before
                 order by id desc
                 limit :limit
                """)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", PAGE + 1)
            .query((row, n) -> row(row))
            .list();
    return Paged.of(rows, PAGE, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public Received letter(long id, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return jdbc.sql(
            """
            select m.id, m.sender, m.recipient, m.subject, m.received_at, m.message, coalesce(m.html, l.html) as html,
                   coalesce(m.text, l.text) as text
              from mailbox_letter m left join sent_words l on l.letter_id = m.letter_id
             where m.id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new Received(
                    row(row),
                    row.getBytes("message"),
                    row.getString("html"),
                    row.getString("text")))
        .optional()
        .orElseThrow(() -> new NotFound("letter"));
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("sender"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }
}
