package dev.winback.why;

import dev.winback.reason.Problem;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be told of a loss: a code of the tree, one of a few words, a mark, or free text. */
public enum FindingField {
  STATED("stated", Kind.REASON),
  REAL("real_reason", Kind.REASON),
  PROBLEM("problem", Kind.WORD, Stream.of(Problem.values()).map(Problem::code)),
  SAID_BY("said_by", Kind.WORD, Stream.of(SaidBy.values()).map(SaidBy::code)),
  /** From the customer's point of view: 1 a trifle … 5 the end of the world. */
  SEVERITY("severity", Kind.MARK, Stream.of("1", "2", "3", "4", "5")),
  /** A person is to blame and not a thing. */
  HUMAN("human", Kind.YES_NO, Stream.of("true", "false")),
  WORDS("words", Kind.TEXT),
  WISH("wish", Kind.TEXT),
  BLAME_US("blame_us", Kind.TEXT),
  BLAME_CUSTOMER("blame_customer", Kind.TEXT),
  COMPETITOR("competitor", Kind.TEXT),
  ADVANTAGE("advantage", Kind.TEXT),
  PRICES("prices", Kind.TEXT),
  ANSWERS("answers", Kind.TEXT),
  PERSONALITY("personality", Kind.WORD, Stream.of(Personality.values()).map(Personality::code));

  private static final int LONGEST = 2_000;

  private enum Kind {
    REASON,
    WORD,
    MARK,
    YES_NO,
    TEXT
  }

  private final String column;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<String> words;

  FindingField(String column, Kind kind) {
    this(column, kind, Stream.of());
  }

  FindingField(String column, Kind kind, Stream<String> words) {
    this.column = column;
    this.kind = kind;
    this.words = words.toList();
  }

  String column() {
    return column;
  }

  boolean reason() {
    return kind == Kind.REASON;
  }

  /** Free text, which is personal data and for no reader who may not read notes. */
  boolean text() {
    return kind == Kind.TEXT;
  }

  /** The name in forms and in the API: {@code saidBy}. */
  public String code() {
    var parts = name().toLowerCase(Locale.ROOT).split("_");
    var rest = Arrays.stream(parts).skip(1).map(FindingField::capital);
    return parts[0] + String.join("", rest.toList());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  public static Optional<FindingField> ofCode(String code) {
    return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
  }

  static FindingField ofColumn(String column) {
    return Arrays.stream(values())
        .filter(field -> field.column.equals(column))
        .findFirst()
        .orElseThrow();
  }

  /** The text as it is stored; null: it is taken away. */
  @Nullable String read(String text) {
    var said = text.strip();
    if (said.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case TEXT -> readText(said);
      case REASON -> said;
      default -> readWord(said.toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }

  private String readText(String said) {
    if (said.length() > LONGEST) {
      throw Refused.field(code(), "why.refused.too-long", LONGEST, said.length());
    }
    return said;
  }

  private String readWord(String said) {
    var word = kind != Kind.YES_NO ? said : said.replace("yes", "true").replaceAll("^no$", "false");
    if (!words.contains(word)) {
      throw Refused.field(code(), "why.refused.word", said, String.join(", ", words));
    }
    return word;
  }
}
