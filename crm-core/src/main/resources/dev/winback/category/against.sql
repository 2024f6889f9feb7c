-- Whether customer c meets a criterion not to be returned (rules.md, "Categories"; DEC-19). Bad payment is the only one so
-- far: what people decide of a loss joins it here, and whoever changes it calls PriorityGroups.look for the customers.
c.pays_badly
