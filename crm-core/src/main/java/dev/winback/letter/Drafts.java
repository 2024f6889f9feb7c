package dev.winback.letter;

import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A letter while it is written: as a real customer would get it, and what is wrong with it. */
@Service
@Transactional(readOnly = true)
public class Drafts {

  private final LadderRungRepository rungs;
  private final Previews previews;
  private final LetterChecks checks;
  private final TargetList targets;
  private final ConfirmationLists confirmations;

  Drafts(
      LadderRungRepository rungs,
      Previews previews,
      LetterChecks checks,
      TargetList targets,
      ConfirmationLists confirmations) {
    this.rungs = rungs;
    this.previews = previews;
    this.checks = checks;
    this.targets = targets;
    this.confirmations = confirmations;
  }

  /** Customers to try it on. */
  public List<PreviewCustomer> typical(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return previews.typical();
  }

  /** The same after those with the ugliest names; reads everybody. */
  public List<PreviewCustomer> ugliest(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return previews.ugliest();
  }

  /**
   * What this customer would get with these words, in this language (null: everybody's); refused
   * when the words break a rule.
   */
  public LetterContent preview(
      int number,
      LetterTemplate draft,
      @Nullable String language,
      @Nullable String customer,
      Actor actor) {
    actor.require(Permission.READ_LADDER);
    TemplateRules.check(number, draft);
    return previews.content(find(number), draft, language, customer);
  }

  /** What this customer would get now, in the words that the rung has for him. */
  public LetterContent inUse(int number, String customer, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return previews.inUse(find(number), customer);
  }

  /** What the customer of a call would get in writing now, in the name of who sends it. */
  public LetterContent confirmation(long call, String subject, String body, Actor actor) {
    var agreed = confirmations.of(call, actor);
    Confirmations.requireWords(subject, body);
    return previews.own(find(Confirmations.RUNG), agreed.ref(), subject, body, actor.member());
  }

  /**
   * The thirteen parts of a letter, each good, improvable or not fit to leave; refused when a text
   * is too long to be read.
   */
  public List<LetterCheck> checks(int number, LetterTemplate draft, Actor actor) {
    actor.require(Permission.READ_LADDER);
    TemplateRules.lengths(draft);
    return checks.of(find(number), draft);
  }

  /** Which values are missing, over everybody the rung reaches until 30 days from now. */
  public MissingValues missing(int number, LetterTemplate draft, Actor actor) {
    actor.require(Permission.READ_LADDER);
    TemplateRules.check(number, draft);
    return targets.missing(find(number).number(), draft, previews.firm());
  }

  private Rung find(int number) {
    return rungs.findById(number).orElseThrow(() -> new NotFound("rung")).toRung();
  }
}
