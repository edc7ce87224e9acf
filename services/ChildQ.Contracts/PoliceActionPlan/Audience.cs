namespace ChildQ.Contracts.PoliceActionPlan;

/// <summary>Which open schools a protocol or guidance is for: they are sent what is issued of it, and owe a receipt.</summary>
public enum Audience
{
    EverySchool,
    SecondarySchools,
}
