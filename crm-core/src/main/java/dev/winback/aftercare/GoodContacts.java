package dev.winback.aftercare;

import dev.winback.contact.CareContacts;
import dev.winback.contact.Contact;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.WorkRules;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with customers before anything is lost (DET-15, DET-16, CAL-32, CAL-33, CAL-41). */
@Service
@Transactional
public class GoodContacts {

  /** Calls that find nobody: after so many it rests. */
  private static final int ATTEMPTS = 3;

  private static final String CLOSED = "care.refused.closed";
  private static final int LONGEST_AIM = 500;
  private static final int LONGEST_NOTE = 2_000;

  private final JdbcClient jdbc;
  private final CareContacts contacts;
  private final WorkRules rules;
  private final BusinessClock clock;

  GoodContacts(JdbcClient jdbc, CareContacts contacts, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.rules = rules;
    this.clock = clock;
  }

  /** It was done: the contact stands in the story of the customer; said twice it is one. */
  public void done(long id, @Nullable String channel, @Nullable String note, Actor actor) {
    var customer = require(id, actor);
    var words = note == null ? "" : note.strip();
    if (close(id, "done")) {
      contacts.cared(customer, id, channel(channel), words, actor);
      keep(id, null);
    } else if (!contacts.caredFor(customer, id, words)) {
      throw new Refused(CLOSED);
    }
  }

  private static Contact.Channel channel(@Nullable String code) {
    return Arrays.stream(Contact.Channel.values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("channel", "care.refused.channel"));
  }

  /** Nobody was there: tried again on the next working day, and after the third time it rests. */
  public void missed(long id, Actor actor) {
    var customer = require(id, actor);
    var tried =
        jdbc.sql(
                """
                update good_contact set tried = tried + 1, due_before = due_before || due_on,
                       due_on = case when kind = 'birthday' then due_on else greatest(due_on, :next) end
                 where id = :id and state = 'open'
                returning tried
                """)
            .param("next", rules.days().after(clock.today(actor.zone())))
            .param("id", id)
            .query(Integer.class)
            .optional();
    // the last attempt that is sent twice was written down: nobody else has closed it
    tried.ifPresentOrElse(
        nth -> missed(id, nth, customer, actor), () -> requireState(id, "skipped", ATTEMPTS));
  }

  private void missed(long id, int nth, CustomerId customer, Actor actor) {
    contacts.missed(customer, id, nth, actor);
    if (nth >= ATTEMPTS) {
      close(id, "skipped");
    }
  }

  /** Somebody was there after all: the day is again that before the attempt. */
  public void unmissed(long id, Actor actor) {
    var customer = require(id, actor);
    jdbc.sql(
            """
            update good_contact
               set state = case when state = 'skipped' then 'open' else state end,
                   closed_at = case when state = 'skipped' then null else closed_at end, tried = tried - 1,
                   due_on = coalesce(due_before[cardinality(due_before)], due_on),
                   due_before = trim_array(due_before, least(cardinality(due_before), 1))
             where id = :id and tried > 0 and (state = 'open' or state = 'skipped' and tried >= :attempts)
            returning tried + 1
            """)
        .param("id", id)
        .param("attempts", ATTEMPTS)
        .query(Integer.class)
        .optional()
        .ifPresentOrElse(
            nth -> contacts.unmissed(customer, id, nth), () -> requireState(id, "open", 0));
  }

  private void requireState(long id, String state, int tried) {
    var so = "select state = :state and tried >= :tried from good_contact where id = :id";
    var asked = jdbc.sql(so).param("state", state).param("tried", tried).param("id", id);
    if (!asked.query(Boolean.class).single()) {
      throw new Refused(CLOSED);
    }
  }

  /** What the contact is for, before it is made (CAL-03). */
  public void aim(long id, @Nullable String aim, Actor actor) {
    require(id, actor);
    var words = aim == null ? "" : aim.strip();
    if (words.isEmpty() || words.length() > LONGEST_AIM) {
      throw Refused.field("aim", "care.refused.aim", LONGEST_AIM);
    }
    jdbc.sql("update good_contact set aim = :aim where id = :id")
        .param("aim", words)
        .param("id", id)
        .update();
  }

  /** Keeps a note while it is being typed; once it is done the contact has it. */
  public void keepNote(long id, String note, Actor actor) {
    require(id, actor);
    if (note.length() > LONGEST_NOTE) {
      throw Refused.field("note", "task.refused.too-long", LONGEST_NOTE, note.length());
    }
    keep(id, note);
  }

  private void keep(long id, @Nullable String note) {
    jdbc.sql("update good_contact set note = :note where id = :id and (state = 'open' or :none)")
        .param("note", note)
        .param("none", note == null)
        .param("id", id)
        .update();
  }

  /** Not this time: it is not proposed again. */
  public void skip(long id, Actor actor) {
    require(id, actor);
    if (!close(id, "skipped")) {
      requireState(id, "skipped", 0);
    }
  }

  /** Back on the list; the contact never was, and its note is a draft again. */
  public void undo(long id, Actor actor) {
    var customer = require(id, actor);
    jdbc.sql("update good_contact set state = 'open', closed_at = null where id = :id")
        .param("id", id)
        .update();
    contacts.uncared(customer, id).ifPresent(note -> keep(id, note));
  }

  /** Nobody talks to whom we have forgotten, and no words of him stay. */
  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update good_contact set aim = null, note = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }

  private boolean close(long id, String state) {
    return jdbc.sql(
                "update good_contact set state = :state, closed_at = :now where id = :id and state = 'open'")
            .param("state", state)
            .param("now", clock.utc())
            .param("id", id)
            .update()
        > 0;
  }

  private CustomerId require(long id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return jdbc.sql(
            """
            select c.id from good_contact g join customer c on c.id = g.customer_id where g.id = :id and (:all or g.member_id = :member) for no key update of c for update of g
            """)
        .param("id", id)
        .param("all", actor.may(Permission.SEE_ALL_TASKS))
        .param("member", actor.member())
        .query(Long.class)
        .optional()
        .map(CustomerId::new)
        .orElseThrow(() -> new NotFound("contact"));
  }
}
