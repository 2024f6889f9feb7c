package dev.winback.nightly;

import dev.winback.aftercare.Returns;
import dev.winback.customer.ContactGaps;
import dev.winback.customer.Duplicates;
import dev.winback.inbox.Arrivals;
import dev.winback.lapse.Lapses;
import dev.winback.letter.DoubtfulLetters;
import dev.winback.letter.LetterOutcomes;
import dev.winback.letter.Letters;
import dev.winback.privacy.Retentions;
import dev.winback.prompt.Prompts;
import dev.winback.report.Figures;
import dev.winback.report.FunnelSteps;
import dev.winback.report.RollUps;
import dev.winback.romi.RomiCases;
import dev.winback.signal.Profiles;
import dev.winback.signal.Signals;
import dev.winback.survey.SurveyRounds;
import dev.winback.task.ContactData;
import dev.winback.task.Tasks;
import dev.winback.value.Values;
import dev.winback.worth.Worths;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the night does, in its order. */
@Component
class NightSteps {

  private final List<NightStep> inOrder;

  NightSteps(
      Values values,
      Duplicates duplicates,
      Signals signals,
      Profiles profiles,
      Lapses lapses,
      Returns returns,
      Worths worths,
      Tasks tasks,
      ContactData contactData,
      Letters letters,
      Prompts prompts,
      SurveyRounds surveys,
      DoubtfulLetters doubts,
      Arrivals arrivals,
      ContactGaps gaps,
      Figures figures,
      RollUps rollUps,
      LetterOutcomes outcomes,
      RomiCases romiCases,
      FunnelSteps funnelSteps,
      Retentions retentions) {
    inOrder =
        List.of(
            new NightStep(1, "model", false, false, values::refit),
            new NightStep(2, "fold", true, false, signals::foldAll),
            new NightStep(3, "data-care", true, true, signals::careForAll),
            new NightStep(4, "lapses", false, false, lapses::openAndMove),
            new NightStep(5, "returns", false, false, day -> lapses.sweepReturns()),
            new NightStep(6, "assignment", false, false, lapses::assign),
            new NightStep(7, "aftercare", false, true, returns::settle),
            new NightStep(8, "worth", true, true, worths::settle),
            new NightStep(9, "tasks", false, true, tasks::plan),
            new NightStep(10, "checks", false, true, contactData::plan),
            new NightStep(
                11,
                "letters",
                false,
                true,
                day ->
                    doubts.settle() + letters.plan(day) + prompts.plan(day) + surveys.repeat(day)),
            new NightStep(12, "duplicates", true, true, day -> duplicates.groupAll()),
            new NightStep(13, "arrivals", false, true, day -> arrivals.clean()),
            new NightStep(
                14,
                "figures",
                false,
                true,
                day -> gaps.settle(day) + profiles.settle(day) + figures.settle(day)),
            new NightStep(
                15,
                "roll-ups",
                true,
                true,
                day ->
                    rollUps.settle(day)
                        + outcomes.settle(day)
                        + romiCases.settle(day)
                        + funnelSteps.settle(day)),
            new NightStep(16, "retention", true, true, retentions::clean));
  }

  List<NightStep> inOrder() {
    return inOrder;
  }
}
