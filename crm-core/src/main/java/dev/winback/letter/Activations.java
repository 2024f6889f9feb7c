package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second pair of eyes: a rung that would write to many on its first day goes live when somebody
 * agrees who neither asked for it nor wrote the words.
 */
@Service
@Transactional
public class Activations {

  private static final int SAMPLES = 5;
  private static final int HIGHEST_LIMIT = 1_000_000;
  private static final int LONGEST_WORD = 500;

  private final ActivationBook book;
  private final Ladder ladder;
  private final LadderSwitch switches;
  private final LetterPlanning planning;
  private final BusinessClock clock;
  private final Audit audit;

  Activations(
      ActivationBook book,
      Ladder ladder,
      LadderSwitch switches,
      LetterPlanning planning,
      BusinessClock clock,
      Audit audit) {
    this.book = book;
    this.ladder = ladder;
    this.switches = switches;
    this.planning = planning;
    this.clock = clock;
    this.audit = audit;
  }

  /** What going live would do today, with its first customers. */
  @Transactional(readOnly = true)
  public FirstDay firstDay(int number, boolean backlog, Actor actor) {
    ladder.rung(number, actor);
    return new FirstDay(
        backlog,
        book.counts(number, backlog),
        planning.first(number, clock.today(), backlog, SAMPLES),
        book.limit(),
        book.open(number));
  }

  /** Those that wait for a second person. */
  @Transactional(readOnly = true)
  public List<Activation> waiting(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return book.list(null);
  }

  @Transactional(readOnly = true)
  public Optional<Activation> waiting(int number, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return book.open(number);
  }

  /** Who said no the last time; empty when somebody asks again. */
  @Transactional(readOnly = true)
  public Optional<Decided> refused(int number, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return book.refused(number);
  }

  /** Why this person may not be the second one; null: he may. */
  @Transactional(readOnly = true)
  public @Nullable Sentence against(Activation asked, Actor actor) {
    return book.against(asked, actor);
  }

  /** Why this person does not let so many letters of a rung in review go; null: he may. */
  @Transactional(readOnly = true)
  public @Nullable Sentence againstRelease(int number, long letters, Actor actor) {
    return book.againstRelease(number, letters, actor);
  }

  /**
   * The rung goes live; refused for who asked or wrote, and when something else is asked by now
   * than what he has seen.
   */
  public Rung approve(int number, long seen, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    switches.lock();
    var asked = asked(number);
    var against = against(asked, actor);
    if (against != null) {
      throw new Refused(against.key(), against.figures().toArray());
    }
    if (asked.id() != seen) {
      throw new Refused("letter.refused.second.words");
    }
    book.decide(number, "approved", null, actor);
    audit.note(actor, "approve", "rung", number, Map.of("letters", asked.letters()));
    return switches.live(number, asked.backlog(), actor);
  }

  /** The rung stays as it is. */
  public void refuse(int number, String word, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    var said = word.strip();
    if (said.length() > LONGEST_WORD) {
      throw Refused.field("word", "letter.refused.too-long", said.length(), LONGEST_WORD);
    }
    switches.lock();
    var asked = asked(number);
    boolean own = asked.askedBy() == actor.member();
    book.decide(number, own ? "withdrawn" : "refused", said.isEmpty() ? null : said, actor);
    audit.note(
        actor, own ? "withdraw" : "refuse", "rung", number, Map.of("letters", asked.letters()));
  }

  private Activation asked(int number) {
    return book.open(number).orElseThrow(() -> new Refused("letter.refused.second.none"));
  }

  /** Above how many letters on the first day a second person must agree. */
  @Transactional(readOnly = true)
  public int limit(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return book.limit();
  }

  /** Not by who writes the letters. */
  public void limit(int letters, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    if (letters < 0 || letters > HIGHEST_LIMIT) {
      throw Refused.field("letters", "letter.refused.range", letters, 0, HIGHEST_LIMIT);
    }
    int before = book.limit();
    book.limit(letters);
    audit.note(actor, "second-above", "letter_rule", 1, Map.of("before", before, "now", letters));
  }
}
