package dev.winback.demo;

import dev.winback.event.BusinessEvents;
import dev.winback.event.EventEntry;
import dev.winback.lapse.LapseId;
import dev.winback.reason.Reasons;
import dev.winback.reason.RepairEntry;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.survey.Question;
import dev.winback.survey.SurveyAnswers;
import dev.winback.survey.SurveyKind;
import dev.winback.survey.Surveys;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why the demo firm's customers left, what changed meanwhile, and what is being mended. */
@Component
class DemoReasons {

  private static final int TELLS = 3;
  private static final int ANSWERS = 7;
  private static final int MOST = 6;
  private static final List<Map<String, String>> TOLD =
      List.of(
          Map.of("stated", "price", "real", "delivery", "saidBy", "customer", "severity", "2"),
          Map.of("stated", "delivery", "saidBy", "customer", "wish", "One contact who calls back"),
          Map.of("stated", "cheaper", "saidBy", "customer", "competitor", "Kontor Nord"),
          Map.of("real", "forgotten", "saidBy", "guess"),
          Map.of("stated", "politeness", "saidBy", "third-person", "human", "true"),
          Map.of("stated", "quality", "saidBy", "customer", "words", "The beans taste burnt."),
          Map.of("stated", "delivery", "saidBy", "employee", "human", "false"),
          Map.of("real", "price", "saidBy", "guess"));

  private final DemoFacts facts;
  private final Findings findings;
  private final Surveys surveys;
  private final SurveyAnswers answers;
  private final BusinessEvents events;
  private final Reasons reasons;
  private final Staff staff;
  private final BusinessClock clock;

  DemoReasons(
      DemoFacts facts,
      Findings findings,
      Surveys surveys,
      SurveyAnswers answers,
      BusinessEvents events,
      Reasons reasons,
      Staff staff,
      BusinessClock clock) {
    this.facts = facts;
    this.findings = findings;
    this.surveys = surveys;
    this.answers = answers;
    this.events = events;
    this.reasons = reasons;
    this.staff = staff;
    this.clock = clock;
  }

  void tell(List<DemoLife> lives) {
    var manager = staff.actor("manager");
    var lost = lives.stream().filter(life -> facts.openLapse(life.ref()) != null).toList();
    for (int i = 0; i < lost.size(); i += TELLS) {
      var lapse = new LapseId(Objects.requireNonNull(facts.openLapse(lost.get(i).ref())));
      findings.tell(lapse, Telling.of(TOLD.get(i / TELLS % TOLD.size()), List.of()), manager);
    }
    changed(manager);
    for (int i = 1; i < lost.size() && i < ANSWERS * MOST; i += ANSWERS) {
      answer(lost.get(i).ref(), manager);
    }
  }

  private void changed(Actor manager) {
    var today = clock.today();
    events.add(entry(130, "price-rise", "Price list: coffee 8 % dearer"), manager);
    events.add(entry(210, "supplier", "Another carrier"), manager);
    events.add(entry(300, "strike", "Lorries stood still for nine days"), manager);
    reasons.repair("delivery", new RepairEntry("" + today.minusDays(5), ""), manager);
    var polite = new RepairEntry("" + today.minusDays(40), "" + today.minusDays(10));
    reasons.repair("politeness", polite, manager);
  }

  private EventEntry entry(int daysAgo, String kind, String title) {
    return new EventEntry("" + clock.today().minusDays(daysAgo), kind, title);
  }

  private void answer(String ref, Actor manager) {
    var survey =
        surveys.all(manager).stream()
            .filter(one -> one.kind() == SurveyKind.DEPARTED)
            .findFirst()
            .orElseThrow();
    var form =
        surveys.questions(survey.id(), false).stream()
            .collect(Collectors.toMap(question -> "q" + question.id(), DemoReasons::said));
    answers.byPhone(survey.id(), ref, form, manager);
  }

  private static String said(Question question) {
    return switch (question.kind()) {
      case REASON -> "delivery";
      case SEVERITY -> "4";
      case WORDS -> "Three deliveries late, and nobody told us.";
      case WISH -> "A call before the lorry is late";
      default -> "3";
    };
  }
}
