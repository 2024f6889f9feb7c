package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;

/** Which files are large beside a table of facts. */
class LargeWays {

  /** Fewer rows are no trouble whatever way they go. */
  private static final int FEW = 10_000;

  /** Bytes that a customer takes in memory while a file is read. */
  private static final int CUSTOMER = 64;

  /** The part of all memory that the customers of one file may have; two are read at once. */
  private static final int PART = 4;

  private final String large;
  private final Tools tools;

  LargeWays(FactTable<?> table, Tools tools) {
    large = table.sql("fact-large.sql");
    this.tools = tools;
  }

  boolean fit(long rows) {
    return rows >= FEW
        && tools
            .jdbc()
            .sql(large)
            .param("rows", rows)
            .param("customers", customers())
            .query(Boolean.class)
            .single();
  }

  /** So many are looked up in memory at most. */
  static int customers() {
    return (int)
        Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / PART / CUSTOMER);
  }
}
