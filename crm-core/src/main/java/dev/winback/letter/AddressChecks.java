package dev.winback.letter;

import static dev.winback.letter.LetterCheck.Light.AMBER;
import static dev.winback.letter.LetterCheck.Light.GREEN;
import static dev.winback.letter.LetterCheck.Light.RED;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the addresses in a letter lead to: the button and the links, the way out, the pictures. */
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

  /**
   * Where the button leads, and whether each link leads to the firm, whose name the reader trusts.
   */
  LetterCheck button(LetterTemplate letter, Letterhead head) {
    if (letter.buttonUrl().isEmpty() && head.website().isEmpty()) {
      return LetterCheck.of(Part.BUTTON, RED);
    }
    var own = ownHosts(head);
    return Stream.concat(Stream.of(letter.buttonUrl()), TemplateLinks.inWords(letter.body()))
        .map(AddressChecks::host)
        .filter(host -> !host.isEmpty() && !head.website().isEmpty())
        .filter(host -> own.stream().noneMatch(o -> host.equals(o) || host.endsWith("." + o)))
        .findFirst()
        .map(host -> said(Part.BUTTON, AMBER, "foreign", host))
        .orElseGet(() -> LetterCheck.of(Part.BUTTON, GREEN));
  }

  /** Website, places to follow the firm, and this program. */
  private Set<String> ownHosts(Letterhead head) {
    return Stream.of(
            Stream.of(head.website(), settings.baseUrl().toString()),
            head.links().stream().map(Letterhead.Link::url))
        .flatMap(urls -> urls)
        .map(AddressChecks::host)
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String host(String url) {
    try {
      var host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (URISyntaxException noAddress) {
      return "";
    }
  }

  /** Those of its words first, then that of the firm. */
  LetterCheck pictures(LetterTemplate letter, Letterhead head) {
    var names = FilesInWords.names(letter.body());
    if (!names.isEmpty()) {
      var known = files.named(names);
      var gone = names.stream().filter(name -> !known.containsKey(name)).findFirst();
      if (gone.isPresent()) {
        return said(Part.PICTURE, RED, "gone", gone.get());
      }
      var unseen = unseen(letter.body(), known);
      if (unseen.isPresent()) {
        return said(Part.PICTURE, RED, "kind", unseen.get());
      }
      var could = better(letter.body(), known.values());
      if (could.light() != GREEN) {
        return could;
      }
    }
    boolean firm = !head.logoUrl().isEmpty() && !head.social().isEmpty();
    return LetterCheck.of(Part.PICTURE, firm ? GREEN : AMBER);
  }

  /** A document that stands where a picture does. */
  private static Optional<String> unseen(String body, Map<String, LetterFile> known) {
    return FilesInWords.pictures(body)
        .filter(name -> !Objects.requireNonNull(known.get(name)).kind().picture())
        .findFirst();
  }

  private LetterCheck better(String body, Collection<LetterFile> shown) {
    long bytes = shown.stream().filter(f -> f.kind().picture()).mapToLong(LetterFile::size).sum();
    if (bytes > HEAVY) {
      return said(Part.PICTURE, AMBER, "heavy", bytes / 1000, HEAVY / 1000);
    }
    if (FilesInWords.shows(body) && FilesInWords.wordsBeside(body) < FEW_WORDS) {
      return said(Part.PICTURE, AMBER, "alone", FEW_WORDS);
    }
    if (shown.stream().anyMatch(file -> file.kind() == FileKind.WEBP)) {
      return said(Part.PICTURE, AMBER, "webp");
    }
    return inside() ? said(Part.PICTURE, AMBER, "inside") : LetterCheck.of(Part.PICTURE, GREEN);
  }

  private static LetterCheck said(Part part, Light light, String why, Object... figures) {
    var key = "letter.check." + part.code() + "." + why;
    return new LetterCheck(part, light, Sentence.of(key, figures));
  }
}
