package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T60, T62: of each table it is written down whether a person is told of it and how long it is
 * kept.
 */
@CoreTest
class DataMapTest {

  /** Kept with the customer, for the firm, a day; of nobody; of members; secrets of machines. */
  private static final Set<String> NO_CLASS =
      Set.of("customer", "erased", "answers", "messages", "firm", "member", "none", "secret");

  @Autowired JdbcClient jdbc;

  @Test
  void everyTableHasOneLine() {
    var tables =
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    assertThat(DataMap.LINES.stream().map(DataMap.Line::table))
        .containsExactlyInAnyOrderElementsOf(tables);
  }

  @Test
  void everyLineSaysHowLongAndWhatIsNotToldHasAReason() {
    assertThat(DataMap.LINES)
        .allSatisfy(
            line -> {
              assertThat(codes(line))
                  .as(line.table())
                  .allMatch(kept -> NO_CLASS.contains(kept) || Retention.ofCode(kept).isPresent());
              assertThat(line.told() || line.more().length() > 15).as(line.table()).isTrue();
            });
  }

  /** A table that knows a customer or a loss of his and is not told is one of few. */
  @Test
  void whatHangsOnACustomerIsTold() {
    var hanging =
        jdbc.sql(
                """
                select distinct k.relname
                from pg_attribute a join pg_class k on k.oid = a.attrelid join pg_namespace n on n.oid = k.relnamespace
                where n.nspname = 'public' and k.relkind = 'r' and not a.attisdropped
                  and a.attname in ('customer_id', 'lapse_id', 'task_id', 'letter_id', 'invitation_id')
                """)
            .query(String.class)
            .list();
    var untold =
        DataMap.LINES.stream()
            .filter(line -> !line.told() && hanging.contains(line.table()))
            .map(DataMap.Line::table);
    assertThat(untold).containsExactlyInAnyOrder("erased_ref", "lost_row", "pin_note");
  }

  @Test
  void everyClassHasATable() {
    var kept = DataMap.LINES.stream().flatMap(line -> codes(line).stream()).toList();
    assertThat(List.of(Retention.values()))
        .allSatisfy(kind -> assertThat(kept).contains(kind.code()));
  }

  /** Rows of one table may end on different days. */
  private static List<String> codes(DataMap.Line line) {
    return List.of(line.kept().split(" "));
  }
}
