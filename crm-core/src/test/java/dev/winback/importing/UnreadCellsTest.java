package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real export goes in as it is (formats.md), also where odd signs stand that nobody reads. */
@CoreTest
class UnreadCellsTest {

  private static final String SHOPIFY =
      """
      Name,Email,Financial Status,Created at,Lineitem name,Lineitem quantity,Total,Id,Notes
      #1,a@example.org,paid,2026-05-01 10:00:00 +0200,Tea,1,12.50,11,"%s"
      #1,,,,Cup,1,,,"%s"
      """;

  private static final String WOO =
      """
      order_id,order_date,paid_date,status,order_total,billing_email,line_item_1,meta:x
      7,2026-05-01 10:00:00,%s,%s,12.50,a@example.org,name:Tea|quantity:1.5,%s
      """;

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @Test
  void aNoteWithSignsOfAWordProcessorDoesNotSendTheOrderBack() {
    var run = loading.load(SHOPIFY.formatted("ring\u000btwice \ufffd \u0000", "#N/A"));
    assertThat(loading.problems(run)).isEmpty();
    assertThat(items()).isEqualTo("Tea, Cup");
  }

  @Test
  void aCellOfAPlugInMayBeAsLongAsItIs() {
    var run = loading.load(WOO.formatted("2026-05-01", "completed", "x".repeat(70_000)));
    assertThat(loading.problems(run)).isEmpty();
  }

  /** Decision 19: nobody can say how many rows an open quote swallowed. */
  @Test
  void aCellThatMayHaveSwallowedRowsIsRefused() {
    var run = loading.load(SHOPIFY.formatted("a\n".repeat(40_000), ""));
    assertThat(loading.problems(run)).contains("2 Notes too-long");
  }

  @Test
  void whatIsReadIsStillRefused() {
    var run = loading.load(SHOPIFY.replace("Tea", "T\ufffda").formatted("", ""));
    assertThat(loading.problems(run))
        .containsExactly("2 Lineitem name encoding", "3 Lineitem name with-line");
  }

  @Test
  void aPaidOrderInAStateOfAPlugInCounts() {
    loading.load(WOO.formatted("2026-05-01", "shipped", ""));
    assertThat(items()).isEqualTo("1.5 × Tea");
    var unpaid = loading.load(WOO.replace("\n7,", "\n8,").formatted("", "quote", ""));
    assertThat(loading.problems(unpaid)).containsExactly("2 status word");
  }

  private String items() {
    return jdbc.sql("select items from purchase where counting").query(String.class).single();
  }
}
