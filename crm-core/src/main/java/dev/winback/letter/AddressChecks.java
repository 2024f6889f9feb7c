package dev.winback.letter;

import static dev.winback.letter.LetterCheck.Light.AMBER;
import static dev.winback.letter.LetterCheck.Light.GREEN;
import static dev.winback.letter.LetterCheck.Light.RED;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What a reader's mail program asks this program for: the way out and the pictures. */
@Component
class AddressChecks {

  /** Of all pictures of a letter, in bytes: some seconds on a telephone. */
  static final long HEAVY = 1_000_000;

  /** Who does not load pictures reads so many words at least. */
  static final int FEW_WORDS = 20;

  private final FileLinks files;
  private final Settings settings;

  AddressChecks(FileLinks files, Settings settings) {
    this.files = files;
    this.settings = settings;
  }

  LetterCheck wayOut() {
    var base = settings.baseUrl();
    boolean reached = "https".equals(base.getScheme()) || inside();
    return LetterCheck.of(Part.UNSUBSCRIBE, reached ? GREEN : RED);
  }

  private boolean inside() {
    return "localhost".equals(settings.baseUrl().getHost());
  }

  /** Those of its words first, then that of the firm. */
  LetterCheck pictures(LetterTemplate letter, Letterhead head) {
    var names = FilesInWords.names(letter.body());
    if (!names.isEmpty()) {
      var known = files.named(names);
      var gone = names.stream().filter(name -> !known.containsKey(name)).findFirst();
      if (gone.isPresent()) {
        return said(RED, "gone", gone.get());
      }
      var could = better(letter.body(), known.values());
      if (could.light() != GREEN) {
        return could;
      }
    }
    boolean firm = !head.logoUrl().isEmpty() && !head.social().isEmpty();
    return LetterCheck.of(Part.PICTURE, firm ? GREEN : AMBER);
  }

  private LetterCheck better(String body, Collection<LetterFile> shown) {
    long bytes = shown.stream().filter(f -> f.kind().picture()).mapToLong(LetterFile::size).sum();
    if (bytes > HEAVY) {
      return said(AMBER, "heavy", bytes / 1000, HEAVY / 1000);
    }
    if (FilesInWords.shows(body) && FilesInWords.wordsBeside(body) < FEW_WORDS) {
      return said(AMBER, "alone", FEW_WORDS);
    }
    if (shown.stream().anyMatch(file -> file.kind() == FileKind.WEBP)) {
      return said(AMBER, "webp");
    }
    return inside() ? said(AMBER, "inside") : LetterCheck.of(Part.PICTURE, GREEN);
  }

  private static LetterCheck said(Light light, String why, Object... figures) {
    return new LetterCheck(
        Part.PICTURE, light, Sentence.of("letter.check.picture." + why, figures));
  }
}
