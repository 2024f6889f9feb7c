package dev.winback.report;

import dev.winback.customer.Merges;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a merge would do, before anybody does it. */
@Service
@Transactional
public class MergePreviews {

  private static final String MOVES = Sql.of(MergePreviews.class, "merge-moves.sql");

  private final JdbcClient jdbc;
  private final Merges merges;
  private final CustomerPages pages;

  MergePreviews(JdbcClient jdbc, Merges merges, CustomerPages pages) {
    this.jdbc = jdbc;
    this.merges = merges;
    this.pages = pages;
  }

  /** Writes nothing; refused when the two cannot be merged. */
  public MergePreview of(String ref, String otherRef, Actor actor) {
    var changes = merges.changes(ref, otherRef, Set.of(), actor);
    var kept = pages.facts(ref, actor);
    var other = pages.facts(otherRef, actor);
    var moves = jdbc.sql(MOVES).param("id", other.id()).query(MergeMoves.class).single();
    return new MergePreview(kept, other, changes, moves, consequences(kept, other, changes));
  }

  private List<String> consequences(
      CustomerFacts kept, CustomerFacts other, Map<String, @Nullable Object> changes) {
    var said = new ArrayList<String>(List.of("old-number", "apart"));
    if (open(kept) && open(other)) {
      said.add("lapses");
    }
    if (Boolean.FALSE.equals(changes.get("email_consent"))) {
      said.add("consent");
    }
    if (changes.containsKey("status")) {
      said.add("status");
    }
    if (changes.containsKey("note")) {
      said.add("notes");
    }
    return said;
  }

  private boolean open(CustomerFacts customer) {
    return pages.lapses(customer).stream().anyMatch(lapse -> lapse.stage().open());
  }
}
