package dev.winback.letter;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The check before sending (LET-24), asked wherever letters are let go: nothing that must be mended
 * leaves, also of a kind that is shipped in review or live and so was never turned on by anybody.
 */
@Component
class FitToLeave {

  private final LadderRungRepository rungs;
  private final Templates templates;
  private final LetterChecks checks;

  FitToLeave(LadderRungRepository rungs, Templates templates, LetterChecks checks) {
    this.rungs = rungs;
    this.templates = templates;
    this.checks = checks;
  }

  void require(int number) {
    require(rungs.findById(number).orElseThrow(() -> new NotFound("rung")).toRung());
  }

  boolean fits(int number) {
    try {
      require(number);
      return true;
    } catch (Refused unfit) {
      return false;
    }
  }

  /** The words of everybody and of each language, with what the rung gives now. */
  void require(Rung rung) {
    templates.inUse(rung).forEach(words -> checks.require(rung, words));
  }
}
