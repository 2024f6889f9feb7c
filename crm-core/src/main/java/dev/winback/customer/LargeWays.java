package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;

/** Which files are large beside a table of facts. */
class LargeWays {

  /** Fewer rows are no trouble whatever way they go. */
  private static final int FEW = 10_000;

  /** Bytes that a row and a customer take in memory while a file is read. */
  private static final int ROW = 12;

  private static final int CUSTOMER = 64;

  /** The part of all memory that each of the two may have. */
  private static final int PART = 4;

  private final String large;
  private final Tools tools;

  LargeWays(FactTable<?> table, Tools tools) {
    large = table.sql("fact-large.sql");
    this.tools = tools;
  }

  boolean fit(long rows) {
    long memory = Runtime.getRuntime().maxMemory() / PART;
    return rows >= FEW
        && rows <= memory / ROW
        && tools
            .jdbc()
            .sql(large)
            .param("rows", rows)
            .param("customers", memory / CUSTOMER)
            .query(Boolean.class)
            .single();
  }
}
