package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money is written as PostgreSQL writes it, byte by byte: a file that tells the same is the same.
 */
@CoreTest
class CentsTest {

  @Autowired Copy copy;
  @Autowired JdbcClient jdbc;

  @Test
  @Transactional
  void whatIsStoredComesBackInTheSameBytes() {
    jdbc.sql(
            "create temporary table money (n bigint, told text, amount numeric(14, 2)) on commit drop")
        .update();
    var amounts = amounts();
    var written = new BinaryRows();
    for (int n = 0; n < amounts.size(); n++) {
      written.row(3).bigint(n).text(amounts.get(n).toPlainString()).money(amounts.get(n));
    }
    copy.in("copy money from stdin (format binary)", written);
    assertThat(
            jdbc.sql("select count(*) from money where amount <> told::numeric(14, 2)")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(read()).usingRecursiveFieldByFieldElementComparator().isEqualTo(fields(amounts));
  }

  private List<byte[]> read() {
    var found = new ArrayList<byte[]>();
    copy.out(
        "copy (select n, told::numeric(14, 2) from money order by n) to stdout (format binary)",
        rows -> {
          while (rows.next()) {
            long unused = rows.bigint();
            var field = rows.fields(1);
            found.add(Arrays.copyOfRange(field.array(), field.position(), field.limit()));
          }
        });
    return found;
  }

  private static List<byte[]> fields(List<BigDecimal> amounts) {
    return amounts.stream().map(CentsTest::field).toList();
  }

  private static byte[] field(BigDecimal amount) {
    var row = new BinaryRows().row(1);
    int from = row.size();
    row.money(amount);
    return Arrays.copyOfRange(row.rows().array(), from, row.size());
  }

  private static List<BigDecimal> amounts() {
    var random = new Random(7);
    var amounts = new ArrayList<BigDecimal>();
    for (var text :
        List.of("0", "0.00", "0.01", "100", "10000", "1e8", "999999999999.99", "0.005")) {
      amounts.add(new BigDecimal(text));
    }
    for (int n = 0; n < 2_000; n++) {
      long digits = random.nextLong(1L << 1 + random.nextInt(39));
      amounts.add(BigDecimal.valueOf(random.nextBoolean() ? digits : -digits, random.nextInt(4)));
    }
    return amounts;
  }
}
