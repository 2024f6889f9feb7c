package dev.winback.importing;

import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Who may not read call notes does not read them in the rejected rows of files that others loaded
 * either (rules.md, "People"): of contacts no cell, because a note may have slipped into any of
 * them, else no column of notes.
 */
@Component
class HiddenNotes {

  private static final String HIDDEN = "…";

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  HiddenNotes(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record File(
      @Nullable String type, @Nullable Long memberId, @Nullable String header, String note) {}

  /** What this member sees of the rejected rows of a run. */
  UnaryOperator<ImportProblem> of(long run, Actor actor) {
    if (actor.may(Permission.READ_CALL_NOTES)) {
      return UnaryOperator.identity();
    }
    var file = file(run);
    if (file.memberId() != null && file.memberId() == actor.member()) {
      return UnaryOperator.identity();
    }
    if (ImportType.CONTACTS.word().equals(file.type())) {
      return HiddenNotes::nothing;
    }
    var names = names(file);
    return problem -> without(problem, names, file.note());
  }

  private File file(long run) {
    return jdbc.sql(
            """
            select type, member_id, header::text as header,
                   coalesce(understood -> 'columns' ->> 'note', mapping -> 'columns' ->> 'note', '') as note
            from import_run where id = :id
            """)
        .param("id", run)
        .query(File.class)
        .single();
  }

  private List<String> names(File file) {
    return file.header() == null
        ? List.of()
        : List.of(json.readValue(file.header(), String[].class));
  }

  private static ImportProblem nothing(ImportProblem problem) {
    return new ImportProblem(problem.line(), problem.column(), unquoted(problem), List.of());
  }

  private static ImportProblem without(ImportProblem problem, List<String> names, String mapped) {
    var cells = new ArrayList<>(problem.cells());
    for (int i = 0; i < cells.size(); i++) {
      if (i >= names.size() || notes(names.get(i), mapped)) {
        cells.set(i, cells.get(i).isEmpty() ? "" : HIDDEN);
      }
    }
    var column = problem.column();
    boolean quotes = column == null || notes(column, mapped);
    var sentence = quotes ? unquoted(problem) : problem.sentence();
    return new ImportProblem(problem.line(), column, sentence, cells);
  }

  private static boolean notes(String column, String mapped) {
    var name = Header.plain(column);
    return name.contains("note") || !mapped.isEmpty() && name.equals(Header.plain(mapped));
  }

  /** A sentence about a cell quotes it, or the beginning of it. */
  private static Sentence unquoted(ImportProblem problem) {
    var sentence = problem.sentence();
    var figures =
        sentence.figures().stream().map(f -> quotes(problem.cells(), f) ? HIDDEN : f).toList();
    return new Sentence(sentence.key(), figures);
  }

  private static boolean quotes(List<String> cells, Object figure) {
    var quoted = String.valueOf(figure).replace(HIDDEN, "").strip();
    return figure instanceof String && cells.stream().anyMatch(cell -> cell.contains(quoted));
  }
}
