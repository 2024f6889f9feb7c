package dev.winback.web.house;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliberate violations: each proves that its rule bites. */
class Wrong {

  record Reader(JdbcClient jdbc) {}

  static class CustomerHelper {}

  static LocalDate today() {
    return LocalDate.now();
  }
}
