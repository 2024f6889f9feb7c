package dev.winback.letter;

import org.springframework.stereotype.Component;

/** Letters beside the ladder: each kind is judged by its own front door. */
@Component
class OtherLetters {

  private final SurveyLetters surveys;
  private final Farewells farewells;
  private final PromptedLetters prompted;

  OtherLetters(SurveyLetters surveys, Farewells farewells, PromptedLetters prompted) {
    this.surveys = surveys;
    this.farewells = farewells;
    this.prompted = prompted;
  }

  void judge(int rung) {
    if (rung == Farewells.RUNG) {
      farewells.judge();
    } else if (PromptKind.ofRung(rung).isPresent()) {
      prompted.judge(rung);
    } else {
      surveys.judge();
    }
  }
}
