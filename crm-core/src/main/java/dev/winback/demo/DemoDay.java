package dev.winback.demo;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.TaskRow;
import dev.winback.task.Tasks;
import dev.winback.task.WorkRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the demo firm's reps agreed, promised and heard on the day before, so that their morning
 * begins with it; and what customers wrote to them.
 */
@Component
class DemoDay {

  private static final int CALLS = 6;
  private static final List<String> WROTE =
      List.of(
          "Thank you for your letter. What would twenty kilos a month cost us?",
          "Please call me. The last bill has the grinder on it that we sent back.",
          "We have found somebody nearer. Is there anything you could do about the delivery?");

  private final Lapses lapses;
  private final Tasks tasks;
  private final Contacts contacts;
  private final WorkRules rules;
  private final DemoFacts facts;
  private final Staff staff;
  private final BusinessClock clock;

  DemoDay(
      Lapses lapses,
      Tasks tasks,
      Contacts contacts,
      WorkRules rules,
      DemoFacts facts,
      Staff staff,
      BusinessClock clock) {
    this.lapses = lapses;
    this.tasks = tasks;
    this.contacts = contacts;
    this.rules = rules;
    this.facts = facts;
    this.staff = staff;
    this.clock = clock;
  }

  void play() {
    facts.capacity(CALLS);
    lapses.assign(clock.today());
    tasks.plan(clock.today());
    // a demo that is loaded on a Sunday has its calls planned for Monday
    var planned = rules.days().onOrAfter(clock.today());
    var said = said();
    for (var login : List.of("rep", "rep2")) {
      var rep = staff.actor(login);
      var queue = tasks.today(null, planned, null, rep).queue();
      for (int i = 0; i < Math.min(queue.size(), said.size()); i++) {
        call(queue.get(i), said.get(i), rep);
      }
    }
    facts.yesterday();
    write();
  }

  private void call(TaskRow task, CallLog said, Actor rep) {
    tasks.log(task.id(), said, rep);
  }

  private List<CallLog> said() {
    var next = rules.days().after(clock.today());
    var meeting = rules.days().after(next);
    return List.of(
        promise("Samples of the new Sidamo in the post", next),
        said(CallResult.APPOINTMENT, "Wants to see the grinder.", meeting + "T10:00")
            .with(null, "At his place, second yard"),
        said(CallResult.CALL_BACK_AT, "Is at the market in the morning.", next + "T15:00"),
        complaint(),
        said(CallResult.THINKING, "Asks his partner. Two others offer less.", null),
        said(CallResult.NOT_THERE, "", null));
  }

  private static CallLog promise(String what, LocalDate day) {
    return new CallLog(
        CallResult.PROMISED, "Would try it again.", "quality", null, what, "" + day, false, null);
  }

  private static CallLog complaint() {
    var note = "Third delivery too late. Nobody told him.";
    return new CallLog(CallResult.COMPLAINT, note, "delivery", 4, null, null, false, null);
  }

  private static CallLog said(CallResult result, String note, @Nullable String next) {
    return new CallLog(result, note, null, null, null, next, false, null);
  }

  private void write() {
    var today = clock.today();
    var came =
        List.of(
            at(today.minusDays(4), 11, 5),
            at(today.minusDays(1), 16, 20),
            at(today.minusDays(1), 20, 15));
    var letters = new ArrayList<Contact>();
    var refs = facts.customersOf("rep", WROTE.size());
    for (int i = 0; i < refs.size(); i++) {
      letters.add(letter(refs.get(i), came.get(i), WROTE.get(i)));
    }
    contacts.record(letters);
  }

  private Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(clock.getZone()).toInstant();
  }

  private static Contact letter(String ref, Instant came, String words) {
    return new Contact(
        0,
        ref,
        "mail",
        "L-" + ref,
        came,
        Contact.Channel.EMAIL,
        true,
        null,
        null,
        true,
        false,
        false,
        words,
        null);
  }
}
