package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I9: an export that was made before the shop told more moves an order on and never back. */
@CoreTest
class OlderExportTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "cancelled,paid,cancelled",
    "refunded,paid,refunded",
    "paid,pending,paid",
    "pending,paid,paid",
    "paid,refunded,refunded",
    "cancelled,pending,cancelled"
  })
  void anOrderThatTheShopHasToldOf(String told, String exported, String becomes) {
    told(told, "2026-05-05T10:00:00Z");
    export(exported);
    assertThat(status()).isEqualTo(becomes);
  }

  @Test
  void ofAnOrderThatCameByFilesAloneTheLastOneCounts() {
    export("refunded");
    export("paid");
    assertThat(status()).isEqualTo("paid");
  }

  @Test
  void theShopItselfMovesItBack() {
    told("cancelled", "2026-05-05T10:00:00Z");
    told("paid", "2026-05-06T10:00:00Z");
    assertThat(status()).isEqualTo("paid");
  }

  @Test
  void anotherSystemsFileSaysWhatIsSoNow() {
    var file = "source,purchase,customer,time,amount,status%s\nerp,77,c,2026-05-01,10,%s\n";
    loading.load(file.formatted(",updated_at", "cancelled,2026-05-05"));
    loading.load(file.formatted("", "paid"));
    assertThat(status()).isEqualTo("paid");
  }

  /** As a webhook does. */
  private void told(String status, String at) {
    loading.load(
        "source,purchase,customer,time,amount,status,updated_at\nshopify,77,c,2026-05-01,10,%s,%s\n"
            .formatted(status, at));
  }

  private void export(String status) {
    loading.load(
        """
        Name,Email,Financial Status,Created at,Lineitem name,Total,Currency,Id
        #1,a@example.org,%s,2026-05-01 10:00:00 +0200,Tea,10.00,EUR,77
        """
            .formatted(status));
  }

  private String status() {
    return jdbc.sql("select status from purchase").query(String.class).single();
  }
}
