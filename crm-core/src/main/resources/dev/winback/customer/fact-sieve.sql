-- The facts of a range of customers, as a file that tells the same would have them staged.
copy (select customer_id, source, external_id, told_at, {stored_columns}
      from {fact}
      where customer_id >= :from and customer_id < :until) to stdout (format binary)
