namespace ChildQ.AppHost.Local.Running;

/// <summary>How long to wait before a crashed process is started again: 1, 2, 4 ... 30 seconds, and from 1 again after it ran for a minute.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RanWell = TimeSpan.FromMinutes(1);
    private TimeSpan _last;

    public TimeSpan Next(TimeSpan ran)
    {
        _last = ran >= RanWell || _last == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : Min(_last * 2, Longest);
        return _last;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
