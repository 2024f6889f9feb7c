package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.testing.CoreTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sums of money come off a binary COPY as the cents that PostgreSQL means. */
@CoreTest
class BinaryMoneyTest {

  @Autowired Copy copy;
  @Autowired TransactionTemplate transaction;

  @Test
  void everySumIsReadToTheCent() {
    var sums = new ArrayList<Long>(List.of(0L, 1L, 99L, 100L, 1_000_000L, 2_000_000L, 10_000L));
    sums.addAll(List.of(100_000_000L, 100_000_001L, 99_999_999_999_999L, 50L, 1_000_050L));
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      sums.add(Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(14)));
    }
    sums.addAll(sums.stream().map(cents -> -cents).toList());
    var values = sums.stream().map(c -> "(" + BigDecimal.valueOf(c, 2) + ")").toList();
    assertThat(read(String.join(",", values))).isEqualTo(sums);
  }

  @Test
  void nothingIsTheNumberGivenForIt() {
    assertThat(read("(null), (1.5)")).containsExactly(-7L, 150L);
  }

  @Test
  void whatIsNoSumOfMoneyIsRefused() {
    for (var wrong : List.of("'NaN'::numeric", "'Infinity'::numeric", "0.00001")) {
      assertThatThrownBy(() -> read("(" + wrong + ")")).isInstanceOf(DataAccessException.class);
    }
  }

  private List<Long> read(String rows) {
    var read = new ArrayList<Long>();
    transaction.executeWithoutResult(
        status ->
            copy.out(
                "copy (values " + rows + ") to stdout (format binary)",
                columns -> {
                  while (columns.next()) {
                    read.add(columns.centsOr(-7));
                  }
                }));
    return read;
  }
}
