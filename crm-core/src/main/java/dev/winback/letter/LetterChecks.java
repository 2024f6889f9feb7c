package dev.winback.letter;

import static dev.winback.letter.LetterCheck.Light.AMBER;
import static dev.winback.letter.LetterCheck.Light.GREEN;
import static dev.winback.letter.LetterCheck.Light.RED;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at a letter as its reader will: thirteen parts, each with its light and its reason. */
@Component
class LetterChecks {

  /** Characters of a subject that every inbox shows (LET-07). */
  static final int SHORT_SUBJECT = 50;

  /** A place that shipped words leave to whoever writes the letter. */
  private static final Pattern UNWRITTEN = Pattern.compile("\\[\\[(.{1,200}?)]]", Pattern.DOTALL);

  private static final Set<Variable> NAMES =
      EnumSet.of(Variable.FIRST_NAME, Variable.LAST_NAME, Variable.NAME);
  private static final Set<Variable> CAUSES =
      EnumSet.of(
          Variable.LAST_PURCHASE_DAY,
          Variable.LAST_PURCHASE_TIME,
          Variable.LAST_PURCHASE_GOODS,
          Variable.SILENT_DAYS);

  private final Letterheads heads;
  private final Previews previews;
  private final AddressChecks addresses;
  private final BusinessClock clock;

  LetterChecks(Letterheads heads, Previews previews, AddressChecks addresses, BusinessClock clock) {
    this.heads = heads;
    this.previews = previews;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** All thirteen, in the order of a letter. */
  List<LetterCheck> of(Rung rung, LetterTemplate letter) {
    return Stream.concat(Stream.of(subject(rung, letter)), others(rung, letter).stream()).toList();
  }

  /** Without the subject, which asks all names and blocks nothing. */
  private List<LetterCheck> others(Rung rung, LetterTemplate letter) {
    var head = heads.now();
    var used = used(letter.texts());
    return List.of(
        check(Part.GREETING, named(letter.greeting()), AMBER),
        check(Part.CAUSE, rung.number() < 0 || any(used, CAUSES), AMBER),
        OfferChecks.offer(rung, letter, used),
        reading(letter),
        addresses.button(letter, head),
        answer(rung, letter),
        sender(letter, head),
        contact(head),
        addresses.wayOut(),
        addresses.pictures(letter, head),
        OfferChecks.deadline(rung, letter, used, clock.today()),
        values(letter, used, head));
  }

  private static LetterCheck check(Part part, boolean good, Light else_) {
    return LetterCheck.of(part, good ? GREEN : else_);
  }

  /** Who asks and has not ticked the box is told to tick it, and not to ask. */
  private static LetterCheck answer(Rung rung, LetterTemplate letter) {
    if (letter.asksReply() || rung.number() < 0) {
      return LetterCheck.of(Part.ANSWER, GREEN);
    }
    return letter.body().contains("?")
        ? new LetterCheck(Part.ANSWER, AMBER, Sentence.of("letter.check.answer.untold"))
        : LetterCheck.of(Part.ANSWER, AMBER);
  }

  private static Set<Variable> used(List<Map.Entry<String, String>> texts) {
    return texts.stream()
        .flatMap(text -> Variable.namesIn(text.getValue()).stream())
        .flatMap(name -> Variable.ofCode(name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean any(Set<Variable> used, Set<Variable> wanted) {
    return used.stream().anyMatch(wanted::contains);
  }

  private static boolean named(String greeting) {
    return any(used(List.of(Map.entry("greeting", greeting))), NAMES);
  }

  /** What is too long without the values needs no customer to say so. */
  private LetterCheck subject(Rung rung, LetterTemplate letter) {
    if (letter.subject().isBlank()) {
      return new LetterCheck(Part.SUBJECT, RED, Sentence.of("letter.check.subject.none"));
    }
    int bare = length(Variable.withoutTags(letter.subject()));
    boolean asks = bare <= SHORT_SUBJECT && named(letter.subject());
    int longest = asks ? length(previews.longestSubject(rung, letter)) : bare;
    if (asks && longest > SHORT_SUBJECT) {
      var why = Sentence.of("letter.check.subject.long", bare, SHORT_SUBJECT, longest);
      return new LetterCheck(Part.SUBJECT, AMBER, why);
    }
    var light = bare > SHORT_SUBJECT ? AMBER : GREEN;
    return LetterCheck.of(Part.SUBJECT, light, longest, SHORT_SUBJECT);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static LetterCheck reading(LetterTemplate letter) {
    var reading = Readability.of(letter.body());
    return LetterCheck.of(
        Part.READING, reading.good() ? GREEN : AMBER, reading.longestSentence(), Readability.WORDS);
  }

  /** Somebody signs: the responsible person, or at least the firm (LET-09). */
  private static LetterCheck sender(LetterTemplate letter, Letterhead head) {
    var signed =
        used(List.of(Map.entry("signature", letter.signature()), Map.entry("body", letter.body())));
    if (signed.contains(Variable.RESPONSIBLE)) {
      return LetterCheck.of(Part.SENDER, GREEN);
    }
    boolean somebody = !letter.signature().isBlank() || !head.name().isEmpty();
    return LetterCheck.of(Part.SENDER, somebody ? AMBER : RED);
  }

  /** Who writes and where he can be found: the law asks for both. */
  private static LetterCheck contact(Letterhead head) {
    boolean known = !head.name().isEmpty() && !head.postalAddress().isEmpty();
    boolean reached = !head.phone().isEmpty() || !head.email().isEmpty();
    return LetterCheck.of(Part.CONTACT, !known ? RED : reached ? GREEN : AMBER);
  }

  /**
   * What every customer has and the firm lacks, or nobody has written, is a hole in all letters.
   */
  private static LetterCheck values(LetterTemplate letter, Set<Variable> used, Letterhead head) {
    var unwritten =
        letter.texts().stream()
            .flatMap(text -> UNWRITTEN.matcher(text.getValue()).results())
            .findFirst();
    if (unwritten.isPresent()) {
      var words = unwritten.get().group(1);
      return new LetterCheck(Part.VALUES, RED, Sentence.of("letter.check.values.unwritten", words));
    }
    boolean hole = used.contains(Variable.FIRM) && head.name().isEmpty();
    return LetterCheck.of(Part.VALUES, hole ? RED : GREEN);
  }

  /** Refuses, with the first reason, what must not leave. */
  void require(Rung rung, LetterTemplate letter) {
    others(rung, letter).stream()
        .filter(LetterCheck::blocks)
        .findFirst()
        .ifPresent(
            check -> {
              throw new Refused(check.why().key(), check.why().figures().toArray());
            });
  }
}
