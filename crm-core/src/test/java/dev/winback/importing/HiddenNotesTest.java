package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rules, "People": marketing reads no call notes, in rejected rows of other people's files neither.
 */
@CoreTest
class HiddenNotesTest {

  private static final String CONTACTS =
      "customer,time,channel,note\n1,2026-05-01,phone,fine\n2,he is angry,phone,too dear\n";

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired ImportHistory history;
  @Autowired Mappings mappings;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor marketing;

  @BeforeEach
  void hire() {
    marketing = stories.marketing();
  }

  private List<ImportProblem> seen(long run, Actor actor) {
    var page = history.problems(run, ProblemFilter.NONE, null, actor).items();
    var all = new ArrayList<ImportProblem>();
    history.eachProblem(run, ProblemFilter.NONE, actor, all::add);
    assertThat(all).isEqualTo(page);
    return page;
  }

  @Test
  void marketingSeesWhereAContactIsWrongAndNothingOfIt() {
    var run = loading.load(CONTACTS);
    var problem = seen(run.id(), marketing).get(0);
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.column()).isEqualTo("time");
    assertThat(problem.toString()).doesNotContain("angry", "dear").contains("28.02.2026");
    assertThat(seen(run.id(), loading.manager()).get(0).cells())
        .containsExactly("2", "he is angry", "phone", "too dear");
  }

  @Test
  void whatMarketingLoadedItSees() {
    var content = new ByteArrayInputStream(CONTACTS.getBytes(StandardCharsets.UTF_8));
    long run = imports.start("c.csv", content, "auto", false, marketing);
    loading.finished(run);
    assertThat(seen(run, marketing).get(0).cells()).contains("too dear");
  }

  @Test
  void ofCustomersOnlyTheColumnsOfNotesAreHidden() {
    var run = loading.load("customer,email,note,city\n1,nonsense,calls at night,Ulm,surplus\n");
    assertThat(seen(run.id(), marketing).get(0).cells())
        .containsExactly("1", "nonsense", "…", "Ulm", "…");
  }

  @Test
  void marketingDoesNotExplainTheColumnsOfOthersFiles() {
    var run = loading.load("Kunde;Wann;Was\n1;01.05.2026;says he is angry\n");
    assertThat(run.state()).isEqualTo(ImportRun.State.WAITING);
    assertThatThrownBy(() -> mappings.proposed(run.id(), marketing)).isInstanceOf(Refused.class);
    assertThat(mappings.proposed(run.id(), loading.manager())).isNotNull();
  }

  /** Explained once; the next file with these columns runs by itself. */
  @Test
  void theColumnOfNotesOfARememberedMappingIsHidden() {
    explained("1;a@example.org;fine");
    var next = loading.load("KdNr;Mail;BEMERKUNG\n2;nonsense;calls at night\n");
    assertThat(next.rejected()).isEqualTo(1);
    assertThat(seen(next.id(), marketing).get(0).cells()).containsExactly("2", "nonsense", "…");
  }

  /** Of a run that waits to be read as it was explained nothing is kept but that. */
  @Test
  void theColumnOfNotesThatWasExplainedIsHidden() {
    var run = explained("1;nonsense;fine");
    jdbc.sql("update import_run set understood = null").update();
    assertThat(seen(run, marketing).get(0).cells()).containsExactly("1", "nonsense", "…");
  }

  private long explained(String row) {
    var columns = Map.of("customer", "KdNr", "email", "Mail", "note", "Bemerkung");
    var notes =
        new Mapping("customers", columns, null, null, List.of(), null, null, null, null, Map.of());
    var run = loading.load("KdNr;Mail;Bemerkung\n" + row + "\n");
    mappings.explain(run.id(), "ERP", notes, loading.manager());
    loading.finished(run.id());
    return run.id();
  }
}
