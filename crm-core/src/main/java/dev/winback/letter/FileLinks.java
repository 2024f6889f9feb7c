package dev.winback.letter;

import dev.winback.shared.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what letters show and hand out: one question for all letters of a claim. */
@Component
class FileLinks {

  private final JdbcClient jdbc;
  private final Settings settings;

  FileLinks(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  private record Known(
      String name, String words, String kind, int width, int height, long size, String address) {

    LetterFile file() {
      return new LetterFile(
          0,
          name,
          words,
          FileKind.ofCode(kind),
          width == 0 ? null : width,
          height == 0 ? null : height,
          size,
          address,
          false,
          List.of());
    }
  }

  /** By name; a removed one is not there. */
  Map<String, LetterFile> named(Collection<String> names) {
    return names.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select name, words, kind, coalesce(width, 0) as width, coalesce(height, 0) as height,
                       length(content) as size, address
                  from letter_file where name = any (:names) and removed_at is null
                """)
            .param("names", names.toArray(String[]::new))
            .query(Known.class)
            .list()
            .stream()
            .map(Known::file)
            .collect(Collectors.toMap(LetterFile::name, file -> file));
  }

  LetterContent in(LetterContent content) {
    var names = FilesInWords.names(content.template().body());
    return names.isEmpty() ? content : content.with(links(names));
  }

  List<DueLetter> in(List<DueLetter> letters) {
    var names =
        letters.stream()
            .flatMap(letter -> FilesInWords.names(letter.content().template().body()).stream())
            .collect(Collectors.toSet());
    if (names.isEmpty()) {
      return letters;
    }
    var links = links(names);
    return letters.stream().map(letter -> showing(letter, links)).toList();
  }

  /** Its own alone: a letter is the same in whatever claim it comes. */
  private static DueLetter showing(DueLetter letter, Map<String, FileLink> links) {
    var own = new HashMap<>(links);
    own.keySet().retainAll(FilesInWords.names(letter.content().template().body()));
    return own.isEmpty() ? letter : letter.showing(own);
  }

  private Map<String, FileLink> links(Set<String> names) {
    var base = settings.baseUrl().toString().replaceAll("/$", "");
    return named(names).values().stream()
        .collect(Collectors.toMap(LetterFile::name, file -> FileLink.of(file, base)));
  }
}
