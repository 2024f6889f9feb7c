-- When a customer may hear from us again after a call of :now; null: as soon as we want to (rules.md, "Contact gaps").
select case when contact_cap() = 1 then :now + interval '30 days'
            else (array_agg(o.at order by o.at desc))[contact_cap() - 1] + interval '30 days' end
  from contacts_of(:customer, :now) o
