package dev.winback.customer;

/** Of so many active customers so many have neither a telephone number nor an e-mail address. */
public record ContactGap(long customers, long unreachable) {

  /** Half of them or more: not a fault of single records, the firm's data came without. */
  public boolean wide() {
    return unreachable > 0 && unreachable * 2 >= customers;
  }
}
