package dev.winback.signal;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A counting purchase on its day in the firm's zone; net of refunds. */
record Bought(long id, LocalDate day, BigDecimal net, String currency) {}
