package dev.winback.script;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The short texts: questions, objections, words to avoid, tips, competitors, advice (CAL-24). */
@Service
@Transactional
public class Phrases {

  private static final int LONGEST_TITLE = 160;
  private static final int LONGEST_TEXT = 2_000;

  private final ScriptTexts texts;

  Phrases(ScriptTexts texts) {
    this.texts = texts;
  }

  /** What the firm says of one; it is kept under its sort and code. */
  private record Said(String title, String text, boolean retired) {}

  /** Those of one sort in their order, shipped ones first, without the retired ones. */
  @Transactional(readOnly = true)
  public List<Phrase> of(PhraseSort sort) {
    return all(sort).stream().filter(phrase -> !phrase.retired()).toList();
  }

  /** Those of every sort, in one reading. */
  @Transactional(readOnly = true)
  public Map<PhraseSort, List<Phrase>> inUse() {
    var changed = texts.ofShortTexts();
    var all = new EnumMap<PhraseSort, List<Phrase>>(PhraseSort.class);
    for (var sort : PhraseSort.values()) {
      var rows = changed.getOrDefault(sort.code(), List.of());
      all.put(sort, all(sort, rows).stream().filter(phrase -> !phrase.retired()).toList());
    }
    return all;
  }

  private List<Phrase> all(PhraseSort sort) {
    return all(sort, texts.inForce(sort.code()).values());
  }

  private List<Phrase> all(PhraseSort sort, Collection<ScriptTexts.Row> rows) {
    var all = new LinkedHashMap<String, Phrase>();
    Shipped.PHRASES.stream().filter(p -> p.sort() == sort).forEach(p -> all.put(p.code(), p));
    rows.forEach(row -> all.put(row.code(), phrase(sort, row, all.get(row.code()))));
    return List.copyOf(all.values());
  }

  private Phrase phrase(PhraseSort sort, ScriptTexts.Row row, @Nullable Phrase shipped) {
    if (row.body() == null && shipped != null) {
      return new Phrase(
          sort, row.code(), shipped.title(), shipped.text(), false, row.number(), true);
    }
    var said = texts.read(row.body() == null ? "{}" : row.body(), Said.class);
    return new Phrase(
        sort, row.code(), said.title, said.text, said.retired, row.number(), shipped != null);
  }

  /** All of one sort, the retired ones too. */
  @Transactional(readOnly = true)
  public List<Phrase> all(PhraseSort sort, Actor actor) {
    actor.require(Permission.READ_SCRIPTS);
    return all(sort);
  }

  /** Of every sort, those with all these words in title or text (OPS-09). */
  @Transactional(readOnly = true)
  public List<Phrase> search(String words, Actor actor) {
    actor.require(Permission.READ_SCRIPTS);
    var wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return Stream.of(PhraseSort.values())
        .flatMap(sort -> of(sort).stream())
        .filter(phrase -> wanted.stream().allMatch(text(phrase)::contains))
        .toList();
  }

  private static String text(Phrase phrase) {
    return (phrase.title() + " " + phrase.text()).toLowerCase(Locale.ROOT);
  }

  public Phrase add(PhraseSort sort, String title, String text, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var taken = all(sort).stream().map(Phrase::code).toList();
    var said = said(title, text, false);
    var code = Codes.free(said.title, taken::contains);
    texts.add(sort.code(), code, 0, said, actor);
    return one(sort, code);
  }

  private static Said said(String title, String text, boolean retired) {
    Content.requireText("title", title, LONGEST_TITLE);
    Content.requireText("text", text, LONGEST_TEXT);
    return new Said(title.strip(), text.strip(), retired);
  }

  private Phrase one(PhraseSort sort, String code) {
    return all(sort).stream()
        .filter(phrase -> phrase.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("phrase"));
  }

  /** Other words; {@code seen} is the version that was read. */
  public Phrase save(
      PhraseSort sort, String code, String title, String text, int seen, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var now = one(sort, code);
    var said = said(title, text, now.retired());
    if (!said.equals(new Said(now.title(), now.text(), now.retired()))) {
      texts.add(sort.code(), code, seen, said, actor);
    }
    return one(sort, code);
  }

  public Phrase retire(PhraseSort sort, String code, boolean out, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var now = one(sort, code);
    if (now.retired() != out) {
      texts.add(sort.code(), code, now.version(), said(now.title(), now.text(), out), actor);
    }
    return one(sort, code);
  }

  /** The shipped words again. */
  public Phrase restore(PhraseSort sort, String code, Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var now = one(sort, code);
    if (!now.shipped()) {
      throw new Refused("script.refused.not-shipped");
    }
    if (now.version() > 0) {
      texts.add(sort.code(), code, now.version(), null, actor);
    }
    return one(sort, code);
  }

  /** Of these rules those for these goods: each title is a word that a name of goods has in it. */
  public static List<Phrase> fitting(List<Phrase> rules, List<String> goods) {
    return rules.stream()
        .filter(phrase -> goods.stream().anyMatch(good -> names(good, phrase.title())))
        .toList();
  }

  private static boolean names(String good, String word) {
    return good.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}
